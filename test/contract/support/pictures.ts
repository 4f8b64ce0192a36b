import { type Exercise, type Named, type World } from './world';

/** The smallest PNG. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export async function withAvatar(world: World, whose: Named): Promise<Exercise> {
  await world.must('setMyAvatar', whose, { file: PICTURE });
  return { parameters: { id: world.who(whose).id } };
}
