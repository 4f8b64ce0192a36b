import type { Priority } from '@desk/contracts';
import type { CategoryKey, Language, Seed } from '../types';

type Texts = Pick<Seed, 'title' | 'text' | 'ask' | 'answer'>;
type Maker = (
  key: string,
  category: CategoryKey,
  priority: Priority,
  tags: readonly string[],
  texts: Texts,
) => Seed;

export function seedsIn(language: Language): Maker {
  return (key, category, priority, tags, texts) => ({
    key: `${language}-${key}`,
    language,
    category,
    priority,
    tags,
    ...texts,
  });
}
