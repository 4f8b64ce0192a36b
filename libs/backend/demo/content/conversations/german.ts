import { agent, customer, note, ol, p, ul } from '../text';
import type { Thread } from '../types';

export const GERMAN: readonly Thread[] = [
  {
    key: 'de-akku-entriegelt-nicht',
    language: 'de',
    category: 'battery',
    priority: 'medium',
    tags: ['battery'],
    title: 'Akku lässt sich nach dem Winter nicht mehr entriegeln',
    description: p(
      'Guten Tag, mein V-Pack 720 sitzt seit November im Rahmen und der Schlüssel dreht sich nur noch halb. Mit Gewalt möchte ich nichts abbrechen. Was kann ich tun? Hollin C1, {serial}.',
    ),
    messages: [
      agent(
        2,
        p(
          'Guten Tag {customer} {customer_last}, gut, dass Sie nicht mit Gewalt gearbeitet haben. Meist ist es Streusalz im Schloss:',
        ) +
          ol(
            'Akku mit der flachen Hand nach innen drücken und gedrückt halten.',
            'Einen Tropfen Graphitöl in den Zylinder geben, kein Fett.',
            'Schlüssel fünfmal vorsichtig halb hin und her drehen, dann ganz.',
          ) +
          p('Geben Sie mir kurz Bescheid, ob er sich löst?'),
        { status: 'pending' },
      ),
      customer(20, 'Beim dritten Versuch ging er auf. Im Zylinder war tatsächlich Salz. Herzlichen Dank!'),
    ],
    outcome: 'closed',
    rating: 5,
    feedback: 'Schnell, freundlich und es hat sofort funktioniert.',
    agent: 'agent',
  },
  {
    key: 'de-rechnung-leasing-falscher-halter',
    language: 'de',
    category: 'billing',
    priority: 'medium',
    tags: ['billing', 'invoice'],
    title: 'Rechnung {invoice}: falscher Rechnungsempfänger beim Firmenrad',
    description: p(
      'Die Rechnung lautet auf mich privat, das Rad gehört aber der Petermann Elektro GmbH. Unser Steuerbüro verlangt eine Korrektur mit USt-IdNr. Bitte noch in diesem Monat.',
    ),
    messages: [
      agent(
        3,
        'Guten Tag {customer} {customer_last}, das korrigieren wir gern. Bitte bestätigen Sie mir die genaue Firmierung und ob die Lieferanschrift unverändert bleibt.',
        { status: 'pending' },
      ),
      customer(4, 'Petermann Elektro GmbH, Werkhof 3. Lieferanschrift bleibt.'),
      agent(
        2,
        'Stornorechnung und neue Rechnung hängen an. Das Buchungsdatum bleibt im selben Monat, damit Ihr Steuerbüro nichts umbuchen muss.',
      ),
      customer(22, 'Perfekt, danke. So wünscht man sich das.'),
    ],
    outcome: 'resolved',
    rating: 5,
    customer: 'jens-petermann',
  },
  {
    key: 'de-bremse-quietscht-nass',
    language: 'de',
    category: 'repairs',
    priority: 'medium',
    tags: ['brakes'],
    title: 'Hinterradbremse quietscht bei Nässe unerträglich',
    description: p(
      'Seit dem Belagwechsel in der Werkstatt quietscht die Bremse bei Nässe so laut, dass sich Leute umdrehen. Man hat mir „organische“ Beläge eingebaut, vorher waren es wohl andere.',
    ),
    messages: [
      agent(
        6,
        'Guten Tag {customer} {customer_last}, ab Werk sind gesinterte Beläge montiert (VM-BP-04S). Organische sind leiser im Trockenen, bei Nässe aber genau so, wie Sie es beschreiben. Ich frage die Werkstatt, ob sie kostenlos tauscht. Welche war es?',
        { status: 'pending' },
      ),
      customer(15, 'Die am Güterbahnhof. Rechnung liegt bei, 64 Euro.'),
      note(1, 'Omar, kannst du die Werkstatt anrufen? Die haben seit Wochen falsche Beläge im Regal.'),
      note(
        5,
        'Angerufen. Tauschen kostenlos, Termin ohne Anmeldung diese Woche. Bekommen von uns 20 Satz 04S.',
        { by: 'omar' },
      ),
      agent(
        0.5,
        'Die Werkstatt tauscht die Beläge kostenlos gegen die richtigen, diese Woche jederzeit ohne Termin. Bitte nennen Sie dort die Ticketnummer.',
        { status: 'pending' },
      ),
    ],
    outcome: 'pending',
    agent: 'agent',
  },
  {
    key: 'de-app-konto-zwei-adressen',
    language: 'de',
    category: 'app',
    priority: 'low',
    tags: ['how-to'],
    title: 'Zwei Konten zusammenlegen?',
    description: p(
      'Ich habe versehentlich zwei Konten angelegt, eines mit der Büroadresse. Das Rad ist im einen, die Fahrten sind im anderen. Lässt sich das vereinen, ohne dass die Fahrten verloren gehen?',
    ),
    messages: [],
    outcome: 'open',
  },
  {
    key: 'de-lieferung-spedition-treppe',
    language: 'de',
    category: 'delivery',
    priority: 'high',
    tags: [],
    title: 'Spedition stellt nur „bis Bordsteinkante“ zu – ich sitze im Rollstuhl',
    description: p(
      'Ich habe bei der Bestellung ausdrücklich angegeben, dass ich im Rollstuhl sitze und das Rad für meine Assistenz ist. Die Spedition sagt nun, sie liefere nur bis zur Bordsteinkante. Der Karton wiegt 38 kg. Termin wäre {date:+2}.',
    ),
    messages: [
      agent(
        1.3,
        p(
          'Guten Tag {customer} {customer_last}, das darf nicht an Ihnen hängen bleiben. Ich habe die Zustellung auf „bis in die Wohnung, zwei Personen“ umgestellt; die Kosten tragen wir.',
          'Bleibt es bei {date:+2}, oder passt Ihnen ein anderer Tag besser?',
        ),
        { status: 'pending' },
      ),
      customer(2, '{date:+2} passt. Danke, dass es diesmal kein Kampf war.'),
      note(
        0.5,
        'Hinweis aus der Bestellung wird vom Shop nicht an die Spedition übergeben. Das ist schon der zweite Fall. @Anneke',
      ),
      agent(
        0.4,
        'Bestätigt: {date:+2} zwischen 10 und 12 Uhr, zwei Personen, auf Wunsch nehmen sie den Karton wieder mit.',
      ),
    ],
    outcome: 'in_progress',
    escalation: 1,
  },
  {
    key: 'de-garantie-display-tot',
    language: 'de',
    category: 'warranty',
    priority: 'high',
    tags: ['warranty', 'display'],
    title: 'Display nach Regen tot, Händler schiebt es auf mich',
    description:
      p(
        'Nach einer Regenfahrt bleibt das Display schwarz. Der Händler behauptet, ich hätte einen Hochdruckreiniger benutzt. Habe ich nicht! Das Rad ist elf Monate alt, ich bestehe auf der Garantie.',
      ) + ul('Kaufbeleg hängt an', 'Foto von der beschlagenen Scheibe hängt an'),
    messages: [
      agent(
        3,
        'Guten Tag {customer} {customer_last}, Kondenswasser unter der Scheibe spricht für eine undichte Dichtung und nicht für einen Hochdruckreiniger. Das ist ein Garantiefall, Punkt. Ein neues Display geht heute an Sie; der Tausch sind zwei Schrauben und ein Stecker. Trauen Sie sich das zu?',
        { status: 'pending' },
      ),
      customer(5, 'Ja, das bekomme ich hin.'),
      agent(
        2,
        'Sendungsnummer TRK-7719-0043. Bitte notieren Sie vor dem Tausch den Kilometerstand aus der App, wir übertragen ihn anschließend.',
      ),
      customer(60, 'Eingebaut, läuft. 3.418 km stehen in der App.'),
      agent(1, 'Übertragen, nach dem nächsten Einschalten steht er auch auf dem neuen Display.'),
    ],
    outcome: 'closed',
    rating: 4,
    feedback: 'Support super, Händler weniger.',
    agent: 'agent',
  },
  {
    key: 'de-sammelbestellung-gartenbau',
    language: 'de',
    category: 'general',
    priority: 'medium',
    tags: ['fleet'],
    title: 'Fünf Hollin C1 für Gartenbau: Anhängerkupplung möglich?',
    description: p(
      'Grüezi, wir möchten fünf Hollin C1 für unsere Baustellen in der Stadt. Zwei davon müssten einen Anhänger mit 80 kg ziehen. Gibt es eine Kupplung mit Freigabe, und liefern Sie in die Schweiz verzollt?',
    ),
    messages: [
      agent(
        7,
        p(
          'Guten Tag {customer} {customer_last}, die Kupplung HC1-TH ist bis 100 kg gebremst und 60 kg ungebremst freigegeben. Für 80 kg bräuchten Sie also Anhänger mit Auflaufbremse.',
          'Wir liefern verzollt, die Preise in Franken enthalten alles. Darf ich Ihnen ein Angebot über fünf Räder und zwei Kupplungen machen?',
        ),
        { status: 'pending' },
      ),
      customer(28, 'Gern. Die Anhänger sind gebremst. Bitte mit zweitem Akku je Rad rechnen.'),
    ],
    outcome: 'open',
    customer: 'reto-aebersold',
    source: 'email',
  },
];
