import type { Phrasebook } from '../types';

export const GERMAN_PHRASES: Phrasebook = {
  greetings: [
    'Guten Tag {customer} {customer_last},',
    'Hallo {customer} {customer_last}, danke für Ihre Nachricht.',
  ],
  closings: ['Viele Grüße, {agent}', 'Freundliche Grüße, {agent}'],
  holding: [
    'Ihre Nachricht ist bei mir, ich kläre das und melde mich spätestens morgen.',
    'Ich habe bei den Kollegen nachgefragt und melde mich, sobald ich die Antwort habe.',
  ],
  chases: ['Gibt es schon etwas Neues?', 'Ich habe seitdem nichts mehr gehört. Wie ist der Stand?'],
  thanks: ['Vielen Dank, das hat geholfen.', 'Erledigt, danke für die schnelle Hilfe!'],
  praise: ['Schnell und freundlich.', 'Kompetente Antwort, gerne wieder.'],
  neutral: ['In Ordnung, hat etwas gedauert.'],
  complaints: ['Hat leider viel zu lange gedauert.', 'Musste alles zweimal erklären.'],
};

export const FRENCH_PHRASES: Phrasebook = {
  greetings: ['Bonjour {customer},', 'Bonjour {customer}, merci pour votre message.'],
  closings: ['Bien cordialement, {agent}', 'Belle journée, {agent}'],
  holding: [
    'J’ai bien reçu votre message, je me renseigne et je reviens vers vous demain au plus tard.',
    'J’ai interrogé mes collègues et je vous écris dès que j’ai leur réponse.',
  ],
  chases: ['Avez-vous du nouveau ?', 'Je n’ai pas eu de nouvelles depuis. Où en est ma demande ?'],
  thanks: ['Merci beaucoup, c’est réglé.', 'Parfait, merci pour votre aide !'],
  praise: ['Réponse rapide et aimable.', 'Très bon suivi.'],
  neutral: ['Correct, mais un peu long.'],
  complaints: ['Beaucoup trop long.', 'Réponse tardive.'],
};

export const SPANISH_PHRASES: Phrasebook = {
  greetings: ['Hola, {customer}:', 'Buenos días, {customer}. Gracias por escribirnos.'],
  closings: ['Un saludo, {agent}', 'Saludos cordiales, {agent}'],
  holding: [
    'He recibido su mensaje, lo estoy revisando y le respondo mañana a más tardar.',
    'He consultado con mis compañeros y le escribo en cuanto tenga la respuesta.',
  ],
  chases: ['¿Hay alguna novedad?', 'No he vuelto a tener noticias. ¿Cómo va mi caso?'],
  thanks: ['Muchas gracias, resuelto.', 'Perfecto, gracias por la rapidez.'],
  praise: ['Rápidos y amables.', 'Muy buena atención.'],
  neutral: ['Bien, aunque tardó un poco.'],
  complaints: ['Demasiado lento.', 'Tuve que explicarlo dos veces.'],
};

export const PORTUGUESE_PHRASES: Phrasebook = {
  greetings: ['Olá, {customer}.', 'Bom dia, {customer}. Agradecemos a mensagem.'],
  closings: ['Abraço, {agent}', 'Atenciosamente, {agent}'],
  holding: [
    'Recebi a sua mensagem, estou verificando e respondo até amanhã.',
    'Perguntei aos colegas e escrevo assim que tiver a resposta.',
  ],
  chases: ['Alguma novidade?', 'Não tive mais notícias. Como está o meu caso?'],
  thanks: ['Resolvido, valeu pela ajuda!', 'Perfeito, tudo certo agora.'],
  praise: ['Atendimento rápido e simpático.', 'Resolveram de primeira.'],
  neutral: ['Bom, mas demorou um pouco.'],
  complaints: ['Demorou demais.', 'Tive de explicar duas vezes.'],
};
