import { importRule } from '../import-rule.mjs';

/** Below http/ a "no" is a domain error; the problem filter alone knows the statuses. */
export const httpAtTheEdge = importRule('no HTTP exceptions below http/', ({ from, to, names }) => {
  if (to.package !== '@nestjs/common') return undefined;
  const belowHttp =
    (from.area === 'domain' && from.layer !== 'http') ||
    (from.area === 'platform' && from.unit !== 'libs/platform/http') ||
    from.area === 'backend' ||
    from.area === 'demo';
  const name = belowHttp && names.find((each) => /Exception$|^Http(Status|ErrorByCode)$/.test(each));
  return name ? `'${name}' speaks HTTP; below http/ throw a DomainError with a code and a kind.` : undefined;
});
