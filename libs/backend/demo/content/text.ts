import type { ScriptedMessage } from './types';

type Extra = Pick<ScriptedMessage, 'by' | 'status'>;

export function p(...paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
}

export function ul(...items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

export function ol(...items: readonly string[]): string {
  return `<ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol>`;
}

export function customer(after_hours: number, text: string, extra: Extra = {}): ScriptedMessage {
  return { from: 'customer', after_hours, text: asHtml(text), ...extra };
}

export function agent(after_hours: number, text: string, extra: Extra = {}): ScriptedMessage {
  return { from: 'agent', after_hours, text: asHtml(text), ...extra };
}

export function note(after_hours: number, text: string, extra: Extra = {}): ScriptedMessage {
  return { from: 'note', after_hours, text: asHtml(text), ...extra };
}

function asHtml(text: string): string {
  return text.startsWith('<') ? text : p(text);
}
