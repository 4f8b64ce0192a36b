export { AckFilter } from './ack.filter';
export { connectionsIn, type DeskNamespace, type DeskSocket, SocketActor } from './desk-socket';
export { DeskSocketAdapter } from './desk-socket-adapter';
export { SESSION_COOKIE } from './handshake';
export { Realtime } from './realtime';
export { RealtimeModule } from './realtime.module';
export { personRoom, type Room, sessionRoom, ticketCustomerRoom, ticketStaffRoom } from './room';
