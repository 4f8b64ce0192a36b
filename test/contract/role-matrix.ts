import { type Principal, PRINCIPALS } from './support/world';

/**
 * CONTRACT.md section 4, operation by operation: the status that each principal gets. `agent` holds the
 * ticket that is asked for, `colleague` is another agent, `owner` the customer whose ticket, account, notice or file it
 * is, `stranger` another customer, `deactivated` somebody who has left and still holds a token. After a colon: the same
 * operation on something else (see role-matrix.spec.ts). Agents are alike but for their own account and notices, and a
 * ticket that one of them holds, which nobody else can claim.
 */
const TABLE = `
operation                   superadmin manager agent colleague owner stranger anonymous deactivated

listLoginAudit                     200     403   403       403   403      403       401         401
listRequestLog                     200     403   403       403   403      403       401         401
changePassword                     204     204   204       204   204      204       401         401
listSessions                       200     200   200       200   200      200       401         401
endOtherSessions                   204     204   204       204   204      204       401         401
endSession                         204     204   204       204   204      204       401         401
endSession:foreign                 404     404   404       404   404      404       401         401
listUserSessions                   200     200   403       403   403      403       401         401
listUserSessions:superadmin        200     403   403       403   403      403       401         401
endUserSessions                    204     204   403       403   403      403       401         401
endUserSessions:superadmin         204     403   403       403   403      403       401         401
endUserSession                     204     204   403       403   403      403       401         401
endUserSession:superadmin          204     403   403       403   403      403       401         401
endUserSession:elsewhere           404     404   403       403   403      403       401         401
getSecondFactor                    200     200   200       200   403      403       401         401
beginSecondFactor                  201     201   201       201   403      403       401         401
confirmSecondFactor                200     200   200       200   403      403       401         401
renewRecoveryCodes                 200     200   200       200   403      403       401         401
removeSecondFactor                 204     204   204       204   403      403       401         401
getFactorPolicy                    200     403   403       403   403      403       401         401
setFactorPolicy                    200     403   403       403   403      403       401         401
resetSecondFactor                  204     403   403       403   403      403       401         401
stepUp                             204     204   204       204   204      204       401         401
listApiTokens                      200     200   200       200   200      200       401         401
createApiToken                     201     201   201       201   201      201       401         401
revokeApiToken                     204     204   204       204   204      204       401         401
revokeApiToken:foreign             404     404   404       404   404      404       401         401
askPasswordReset                   204     204   204       204   204      204       204         204
resetPassword                      204     204   204       204   204      204       204         204
listInvitations                    200     200   403       403   403      403       401         401
invitePerson                       201     201   403       403   403      403       401         401
invitePerson:superadmin            201     403   403       403   403      403       401         401
resendInvitation                   200     200   403       403   403      403       401         401
resendInvitation:superadmin        200     403   403       403   403      403       401         401
withdrawInvitation                 204     204   403       403   403      403       401         401
withdrawInvitation:superadmin        204     403   403       403   403      403       401         401
checkInvitation                    200     200   200       200   200      200       200         200
acceptInvitation                   204     204   204       204   204      204       204         204
askEmailVerification               204     204   204       204   204      204       401         401
confirmEmail                       204     204   204       204   204      204       401         401
confirmEmail:foreign               400     400   400       400   400      400       401         401
askEmailChange                     204     204   204       204   204      204       401         401
checkEmailChange                   200     200   200       200   200      200       401         401
confirmEmailChange                 204     204   204       204   204      204       401         401
confirmEmailChange:foreign         400     400   400       400   400      400       401         401
updateMe:email                     403     403   403       403   403      403       401         401
completeProfile                    200     200   200       200   200      200       401         401
listProviders                      200     200   200       200   200      200       200         200
startProviderSignIn                302     302   302       302   302      302       302         302
finishProviderSignIn               302     302   302       302   302      302       302         302
linkProvider                       201     201   201       201   201      201       401         401
listIdentities                     200     200   200       200   200      200       401         401
unlinkIdentity                     404     404   404       404   204      404       401         401
registerCustomer                   201     201   201       201   201      201       201         201
signIn                             200     200   200       200   200      200       200         200
renewSession                       200     200   200       200   200      200       200         200
renewSession:own                   200     200   200       200   200      200       401         401
signOut                            204     204   204       204   204      204       204         204
getSetUp                           200     200   200       200   200      200       200         200
setUp                              409     409   409       409   409      409       409         409
obtainTokens                       200     200   200       200   200      200       200         200
refreshTokens                      200     200   200       200   200      200       200         200
refreshTokens:own                  200     200   200       200   200      200       401         401

listUsers                          200     200   200       200   200      200       401         401
listAgents                         200     200   200       200   403      403       401         401
getUserStats                       200     200   403       403   403      403       401         401
getMe                              200     200   200       200   200      200       401         401
updateMe                           200     200   200       200   200      200       401         401
updateMe:role                      200     403   403       403   403      403       401         401
createUser                         201     201   403       403   403      403       401         401
createUser:superadmin              201     403   403       403   403      403       401         401
getUser                            200     200   200       200   200      404       401         401
getUser:agent                      200     200   200       200   404      404       401         401
replaceUser                        200     200   403       403   200      404       401         401
updateUser                         200     200   403       403   200      404       401         401
updateUser:role                    200     403   403       403   404      404       401         401
updateUser:superadmin              200     403   403       403   404      404       401         401
updateUser:agent                   200     200   200       403   404      404       401         401
deactivateUser                     204     204   403       403   404      404       401         401
deactivateUser:superadmin          204     403   403       403   404      404       401         401
setMyAvatar                        200     200   200       200   200      200       401         401
removeMyAvatar                     204     204   204       204   204      204       401         401
getAvatar                          200     200   200       200   200      404       401         401
getAvatar:agent                    200     200   200       200   200      200       401         401
toggleUser                         200     200   403       403   404      404       401         401
toggleUser:superadmin              200     403   403       403   404      404       401         401

listTickets                        200     200   200       200   200      200       401         401
ticketStats                        200     200   200       200   200      200       401         401
createTicket                       201     201   201       201   201      201       401         401
createTicket:for-customer          201     201   201       201   403      403       401         401
getTicket                          200     200   200       200   200      404       401         401
updateTicket                       200     200   200       200   200      404       401         401
updateTicket:priority              200     200   200       200   403      404       401         401
replaceTicket                      200     200   200       200   200      404       401         401
deleteTicket                       204     204   403       403   403      403       401         401
assignTicket                       201     201   201       201   403      403       401         401
assignTicket:claim                 409     409   201       409   403      403       401         401
escalateTicket                     201     201   201       201   403      403       401         401
addComment                         201     201   201       201   201      404       401         401
addComment:note                    201     201   201       201   403      403       401         401
rateTicket                         403     403   403       403   201      404       401         401
rateTicket:open                    403     403   403       403   409      404       401         401
listComments                       200     200   200       200   200      404       401         401
listActivities                     200     200   200       200   200      404       401         401
listAttachments                    200     200   200       200   200      404       401         401
downloadAttachment                 200     200   200       200   200      404       401         401
downloadAttachment:note            200     200   200       200   404      404       401         401
uploadFile                         201     201   201       201   201      201       401         401
createTicket:foreign-upload        400     400   400       400   201      400       401         401

listCategories                     200     200   200       200   200      200       401         401
getCategory                        200     200   200       200   200      200       401         401
getCategory:inactive               200     200   200       200   404      404       401         401
createCategory                     201     201   403       403   403      403       401         401
replaceCategory                    200     200   403       403   403      403       401         401
updateCategory                     200     200   403       403   403      403       401         401
deleteCategory                     204     204   403       403   403      403       401         401
listTags                           200     200   200       200   200      200       401         401
getTag                             200     200   200       200   200      200       401         401
createTag                          201     201   201       201   403      403       401         401
replaceTag                         200     200   200       200   403      403       401         401
updateTag                          200     200   200       200   403      403       401         401
deleteTag                          204     204   204       204   403      403       401         401

listSlaPolicies                    200     200   200       200   403      403       401         401
getSlaPolicy                       200     200   200       200   403      403       401         401
getSlaStats                        200     200   200       200   403      403       401         401
listSlaBreaches                    200     200   200       200   403      403       401         401
createSlaPolicy                    201     201   403       403   403      403       401         401
replaceSlaPolicy                   200     200   403       403   403      403       401         401
updateSlaPolicy                    200     200   403       403   403      403       401         401
deleteSlaPolicy                    204     204   403       403   403      403       401         401

listRules                          200     200   200       200   403      403       401         401
getRule                            200     200   200       200   403      403       401         401
ruleStats                          200     200   200       200   403      403       401         401
listRuleLogs                       200     200   200       200   403      403       401         401
createRule                         201     201   403       403   403      403       401         401
replaceRule                        200     200   403       403   403      403       401         401
updateRule                         200     200   403       403   403      403       401         401
deleteRule                         204     403   403       403   403      403       401         401

listNotifications                  200     200   200       200   200      200       401         401
countUnreadNotifications           200     200   200       200   200      200       401         401
markAllNotificationsRead           200     200   200       200   200      200       401         401
markNotificationRead               404     404   404       404   200      404       401         401
markNotificationRead:agent         404     404   200       404   404      404       401         401
listOutbox                         200     403   403       403   403      403       401         401
`;

export interface Row {
  /** With the variant after a colon, if there is one. */
  name: string;
  operation: string;
  statuses: Record<Principal, number>;
}

function rowOf(line: string): Row {
  const [name = '', ...cells] = line.trim().split(/\s+/);
  if (cells.length !== PRINCIPALS.length) throw new Error(`The row of ${name} has ${cells.length} cells`);
  const statuses = Object.fromEntries(
    PRINCIPALS.map((principal, index) => [principal, Number(cells[index])]),
  );
  return { name, operation: name.split(':')[0] ?? '', statuses: statuses as Record<Principal, number> };
}

export const ROLE_MATRIX: readonly Row[] = TABLE.split('\n')
  .filter((line) => line.trim() !== '')
  .slice(1)
  .map(rowOf);

/** Who gets a good answer, strongest first. */
export function mayCall(operation: string): Principal[] {
  const row = ROLE_MATRIX.find(({ name }) => name === operation);
  return PRINCIPALS.filter((principal) => row !== undefined && row.statuses[principal] < 400);
}
