import { seedsIn } from './seed';

const de = seedsIn('de');
const fr = seedsIn('fr');

export const GERMAN_AND_FRENCH_SEEDS = [
  de('sendung', 'delivery', 'medium', [], {
    title: 'Sendung {order} steht seit {date:-5} still',
    text: 'Die Sendungsverfolgung zeigt seit {date:-5} denselben Stand. Ist das Paket verloren gegangen?',
    ask: 'Die Spedition bräuchte für die Abstimmung eine Telefonnummer. Darf ich die Nummer aus Ihrem Konto weitergeben?',
    answer:
      'Die Lieferung ist für {date:+3} zwischen 9 und 13 Uhr bestätigt. Der Fahrer ruft eine halbe Stunde vorher an.',
  }),
  de('termin', 'delivery', 'low', [], {
    title: 'Liefertermin für {order} verschieben',
    text: 'Am angekündigten Tag bin ich nicht zu Hause. Geht auch {date:+4}, am liebsten nachmittags?',
    ask: 'Nachmittags fährt die Spedition nur bis 16 Uhr. Wäre das noch in Ordnung?',
    answer: 'Verschoben auf {date:+4}, 14 bis 16 Uhr. Sie bekommen am Vorabend noch eine Nachricht.',
  }),
  de('akku-laedt-nicht', 'battery', 'high', ['battery', 'charger'], {
    title: 'Akku lädt nicht mehr ({serial})',
    text: 'Seit {date:-2} lädt der Akku nicht mehr, das Ladegerät blinkt rot. Eine andere Steckdose hilft nicht.',
    ask: 'Könnten Sie mir bitte ein Foto vom Typenschild auf der Unterseite des Akkus schicken?',
    answer:
      'Im Protokoll sieht man einen Wackelkontakt am Ladestecker. Ein neues Kabel ist unterwegs, der Akku selbst ist gesund.',
  }),
  de('reichweite', 'battery', 'medium', ['battery'], {
    title: 'Reichweite am {model} nur noch {km} km',
    text: 'Früher kam ich fast doppelt so weit. Firmware ist {firmware}, Strecke und Gepäck sind wie immer.',
    ask: 'Welcher Wert steht in der App unter „Akku &gt; Gesundheit“, und wie viel Luft ist in den Reifen?',
    answer:
      'Der Akku steht bei 95 %, daran liegt es nicht. Nach dem Reifenwechsel schleift die Hinterradbremse, das kostet ein Drittel. Die Werkstatt stellt sie kostenlos ein.',
  }),
  de('rechnung', 'billing', 'low', ['billing', 'invoice'], {
    title: 'Rechnung {invoice} noch einmal als PDF',
    text: 'Für die Steuererklärung brauche ich {invoice} noch einmal. Der Link in der Mail ist abgelaufen.',
    ask: 'Gern. Soll die Anschrift so bleiben, oder hat sich etwas geändert?',
    answer: 'Die Rechnung hängt an und liegt auch in Ihrem Konto unter „Dokumente“.',
  }),
  de('abbuchung', 'billing', 'high', ['billing', 'refund'], {
    title: 'Doppelte Abbuchung über {amount}',
    text: 'Auf meinem Konto stehen zwei Abbuchungen über {amount}, bestellt habe ich aber nur einmal ({order}).',
    ask: 'Stehen beide schon als gebucht im Auszug, oder ist eine noch als „vorgemerkt“ gekennzeichnet?',
    answer:
      'Die zweite war nur vorgemerkt und ist jetzt freigegeben. Spätestens am {date:+5} ist sie verschwunden.',
  }),
  de('inspektion', 'repairs', 'medium', ['workshop'], {
    title: 'Termin zur Inspektion in {city}',
    text: 'Ich hätte gern einen Termin für die erste Inspektion, am liebsten ab {date:+5} vormittags.',
    ask: 'Brauchen Sie für den Tag ein Leihrad? Dann suche ich eine Werkstatt, die eines hat.',
    answer: 'Der Termin steht: {date:+6}, 8:30 Uhr. Ein Leihrad ist reserviert.',
  }),
  de('app-findet-nicht', 'app', 'medium', ['bluetooth', 'android'], {
    title: 'App findet das Rad {serial} nicht mehr',
    text: 'Nach dem letzten Update findet die App das Rad nicht mehr. Neu installiert habe ich schon.',
    ask: 'Welches Telefon und welche App-Version nutzen Sie? Beides steht unter „Hilfe“.',
    answer:
      'Ich habe die Kopplung auf unserer Seite zurückgesetzt. Bitte das Rad neu hinzufügen, die Fahrten bleiben erhalten.',
  }),
  de('gestohlen', 'security', 'urgent', ['theft', 'gps'], {
    title: '{model} in {city} gestohlen',
    text: 'Mein Rad ({serial}) ist weg. Die App zeigt die letzte Position von vor {days} Minuten. Was muss ich jetzt tun?',
    ask: 'Der Motor ist gesperrt. Haben Sie schon ein Aktenzeichen der Polizei? Damit bekommt sie die Position live.',
    answer: 'Schön, dass das Rad wieder da ist. Die Sperre ist aufgehoben, das Schloss ersetzt Ride Plus.',
  }),
  fr('suivi', 'delivery', 'medium', [], {
    title: 'Commande {order} sans nouvelles depuis le {date:-6}',
    text: 'Le suivi n’a pas bougé depuis le {date:-6}. Pouvez-vous me dire où se trouve le colis ?',
    ask: 'Pouvez-vous me confirmer un numéro de téléphone pour le transporteur ?',
    answer:
      'La livraison est confirmée pour le {date:+3}, entre 9 h et 13 h. Le chauffeur vous appellera avant de passer.',
  }),
  fr('bureau', 'delivery', 'low', [], {
    title: 'Livrer {order} à mon bureau',
    text: 'Je ne serai pas chez moi le jour prévu. Est-il possible de livrer à mon bureau, à {city} ?',
    ask: 'Bien sûr. Pouvez-vous m’indiquer l’adresse complète et les horaires de l’accueil ?',
    answer: 'C’est noté : la livraison se fera à votre bureau le {date:+4}, dans la matinée.',
  }),
  fr('chargeur', 'battery', 'high', ['charger'], {
    title: 'Chargeur muet depuis le {date:-2}',
    text: 'Le voyant du chargeur reste éteint. J’ai essayé plusieurs prises, sans succès. Série {serial}.',
    ask: 'Pouvez-vous m’envoyer une photo de l’étiquette au dos du chargeur ?',
    answer: 'Un chargeur neuf part aujourd’hui. Inutile de renvoyer l’ancien.',
  }),
  fr('facture', 'billing', 'low', ['billing', 'invoice'], {
    title: 'Facture {invoice} introuvable',
    text: 'J’ai besoin de la facture {invoice} pour ma comptabilité, le lien du courriel ne fonctionne plus.',
    ask: 'À quel nom et à quelle adresse la facture doit-elle être établie ?',
    answer: 'La facture est jointe à ce message et figure aussi dans votre compte.',
  }),
  fr('remboursement', 'billing', 'high', ['billing', 'refund'], {
    title: 'Remboursement de {amount} en attente',
    text: 'On m’a annoncé {amount} il y a deux semaines pour la commande {order}, je n’ai toujours rien reçu.',
    ask: 'La carte utilisée pour le paiement est-elle toujours valable ?',
    answer:
      'Le virement était bloqué par une erreur de notre côté. Il est parti ce matin et arrivera au plus tard le {date:+3}.',
  }),
  fr('application', 'app', 'medium', ['bluetooth'], {
    title: 'L’application ne trouve plus le vélo {serial}',
    text: 'Depuis hier, l’application cherche mon vélo sans le trouver. Bluetooth et localisation sont activés.',
    ask: 'Quel téléphone utilisez-vous, et quelle version de l’application ?',
    answer: 'J’ai réinitialisé l’association. Ajoutez de nouveau le vélo, vos trajets sont conservés.',
  }),
  fr('revision', 'repairs', 'medium', ['workshop'], {
    title: 'Rendez-vous pour une révision à {city}',
    text: 'Je voudrais faire réviser mon {model}, de préférence à partir du {date:+5}.',
    ask: 'Avez-vous besoin d’un vélo de prêt ce jour-là ?',
    answer: 'L’atelier vous attend le {date:+6} à 8 h 30. Un vélo de prêt est réservé.',
  }),
  fr('frein', 'repairs', 'medium', ['brakes'], {
    title: 'Le frein arrière frotte depuis {km}0 km',
    text: 'Un bruit régulier à l’arrière, plus fort quand il pleut. Le freinage reste bon, mais c’est agaçant.',
    ask: 'Pouvez-vous m’envoyer une courte vidéo avec le son ?',
    answer:
      'Sur la vidéo, le disque est légèrement voilé. L’atelier le redresse gratuitement, sans rendez-vous.',
  }),
];
