import { importRule } from '../import-rule.mjs';

/** What may be said about columns and keys; all of it describes, none of it reads or writes. */
const DECORATORS = new Set([
  'Check',
  'Column',
  'CreateDateColumn',
  'Entity',
  'Index',
  'JoinColumn',
  'JoinTable',
  'ManyToMany',
  'ManyToOne',
  'OneToMany',
  'OneToOne',
  'PrimaryColumn',
  'PrimaryGeneratedColumn',
  'RelationId',
  'Unique',
  'UpdateDateColumn',
  'VersionColumn',
]);

/**
 * Queries live in stores and in the platform, whose folders hold their own tables; entities describe their columns;
 * the schema lists entities. Connections are held by stores and platform/database alone: everything else of the
 * platform goes through its Database.
 */
export const typeormAtHome = importRule('TypeORM stays in stores and the platform', ({ from, to, names }) => {
  if (to.package !== 'typeorm' && to.package !== '@nestjs/typeorm') return undefined;
  if (from.area === 'test') return undefined;
  const isEntity = from.area === 'platform' && from.path.endsWith('.entity.ts');
  if (from.layer === 'store' || from.unit === 'libs/platform/database') return undefined;
  if (from.area === 'platform' && !isEntity) {
    const name = names.find(isConnection);
    return name && `'${name}' is held by libs/platform/database; go through its Database and UnitOfWork.`;
  }
  if (from.path === 'libs/backend/schema.ts') {
    return names.find(isConnection) && 'The schema lists entities and migrations; it opens no connection.';
  }
  if (!isEntity && from.layer !== 'model') {
    return `'${to.package}' may be imported only in store/ and libs/platform.`;
  }
  const other = names.find((name) => !DECORATORS.has(name));
  return other && `An entity takes only decorators from TypeORM; '${other}' belongs in store/.`;
});

function isConnection(name) {
  return ['*', 'DataSource', 'EntityManager', 'QueryRunner', 'Repository'].includes(name);
}
