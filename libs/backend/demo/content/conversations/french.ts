import { agent, customer, note, ol, p, ul } from '../text';
import type { Thread } from '../types';

export const FRENCH: readonly Thread[] = [
  {
    key: 'fr-livraison-voisin-introuvable',
    language: 'fr',
    category: 'delivery',
    priority: 'high',
    tags: [],
    title: 'Colis « remis au voisin » : quel voisin ? (commande {order})',
    description: p(
      'Bonjour, le suivi indique que mon vélo a été remis à un voisin hier à 15 h 42. J’ai sonné à toutes les portes de l’immeuble : personne n’a rien reçu. Un carton de 1,80 m, cela ne se perd pas !',
    ),
    messages: [
      agent(
        1.5,
        'Bonjour {customer}, je comprends votre inquiétude. J’ai demandé au transporteur la signature et la position du camion au moment de la remise. Pouvez-vous me dire s’il existe une rue du même nom dans une commune voisine ?',
        { status: 'pending' },
      ),
      customer(1, 'Oui, il y a un « quai des Tisserands » de l’autre côté du fleuve !'),
      note(2, 'Le GPS du camion confirme : livré au n° 18 de l’autre quai. Le chauffeur repasse ce soir.'),
      agent(
        0.3,
        'Mystère résolu : votre vélo est au n° 18… de l’autre quai. Le chauffeur le récupère ce soir et vous l’apporte entre 18 h et 20 h.',
      ),
      customer(22, 'Bien reçu hier à 19 h, carton intact. Merci pour votre efficacité.'),
    ],
    outcome: 'closed',
    rating: 5,
    feedback: 'Réponse rapide et suivi impeccable.',
    customer: 'camille-duhamelle',
    agent: 'omar',
  },
  {
    key: 'fr-flotte-boulangerie-batterie',
    language: 'fr',
    category: 'battery',
    priority: 'high',
    tags: ['battery', 'fleet'],
    title: 'Deux batteries sur quatre ne tiennent plus la tournée du matin',
    description:
      p(
        'Nous livrons le pain avec quatre Hollin C1. Depuis un mois, deux batteries (V-Pack 720) passent de 40 % à 0 % d’un coup, toujours vers 8 h, en pleine tournée. Le pain n’attend pas, les clients non plus.',
      ) +
      ul(
        'Numéros : B720-11873 et B720-11901',
        'Environ 380 cycles chacune',
        'Stockées dans le fournil, il y fait chaud',
      ),
    messages: [
      agent(
        2,
        p(
          'Bonjour {customer}, merci pour les numéros. Les journaux montrent une cellule faible dans chacune des deux, ce qui explique la chute brutale. À quelle température est le fournil la nuit ?',
        ),
        { status: 'pending' },
      ),
      customer(3, 'Entre 38 et 42 °C, c’est un fournil…'),
      note(
        0.8,
        'Au-delà de 35 °C la garantie pourrait être discutée, mais 380 cycles avec deux cellules mortes, ce n’est pas normal. Je propose un remplacement à moitié prix.',
      ),
      note(
        4,
        'Remplacement gratuit pour la première, moitié prix pour la seconde. Bon client, et il recommande.',
        { by: 'manager' },
      ),
      agent(
        0.5,
        p(
          'La chaleur a sûrement aidé, mais pas seule. Nous remplaçons la première batterie gratuitement et la seconde à moitié prix. Les deux partent aujourd’hui.',
          'Et un conseil : laissez-les dans la boutique la nuit, elles vivront deux fois plus longtemps.',
        ),
      ),
      customer(1, 'C’est plus que correct. Je vous devrai des croissants.'),
    ],
    outcome: 'resolved',
    rating: 5,
    customer: 'bastien-lerouxel',
    agent: 'omar',
  },
  {
    key: 'fr-application-mot-de-passe',
    language: 'fr',
    category: 'app',
    priority: 'medium',
    tags: ['android'],
    title: 'Le lien de réinitialisation expire avant même d’arriver',
    description: p(
      'Je demande un nouveau mot de passe, le courriel arrive quarante minutes plus tard, et le lien n’est valable que trente minutes. J’ai essayé cinq fois.',
    ),
    messages: [
      agent(
        4,
        'Bonjour {customer}, votre messagerie retient nos courriels pour analyse. J’ai prolongé la validité à 24 heures pour votre compte et renvoyé un lien. Est-ce que cela fonctionne ?',
        { status: 'pending' },
      ),
    ],
    outcome: 'pending',
  },
  {
    key: 'fr-retractation-sacoches',
    language: 'fr',
    category: 'warranty',
    priority: 'low',
    tags: ['refund'],
    title: 'Retour d’une paire de sacoches (mauvaise couleur)',
    description: p(
      'J’ai commandé la couleur « argile », j’ai reçu « mousse ». Je souhaite un échange ou, à défaut, un remboursement.',
    ),
    messages: [
      agent(
        10,
        'Bonjour {customer}, l’erreur vient de notre entrepôt, pardon. Les sacoches « argile » partent demain ; gardez le carton, le livreur reprendra les autres.',
      ),
      customer(50, 'Échange fait, tout est parfait.'),
    ],
    outcome: 'closed',
    rating: 4,
  },
  {
    key: 'fr-atelier-roue-voilee',
    language: 'fr',
    category: 'repairs',
    priority: 'medium',
    tags: ['workshop', 'spare-parts'],
    title: 'Rayons cassés à répétition à l’arrière',
    description: p(
      'Quatrième rayon cassé en deux mois, toujours côté moteur. L’atelier le remplace à chaque fois sans chercher la cause. Je pèse 92 kg et je transporte peu.',
    ),
    messages: [
      agent(
        5,
        p(
          'Bonjour {customer}, quatre rayons du même côté, ce n’est pas le hasard : la tension est mauvaise sur toute la roue. Ce que je propose :',
        ) +
          ol(
            'une roue neuve, rayonnée en 2,3 mm, à nos frais ;',
            'montage dans un autre atelier, à {city} ;',
            'contrôle de la tension après 200 km.',
          ),
        { status: 'pending' },
      ),
      customer(26, 'Volontiers. Un autre atelier, surtout.'),
      note(
        2,
        'Roue réservée. L’atelier habituel ne possède pas de tensiomètre, je le mets sur la liste des visites.',
      ),
      agent(0.5, 'La roue est réservée et l’atelier vous appelle demain pour le rendez-vous.'),
    ],
    outcome: 'in_progress',
    agent: 'omar',
  },
  {
    key: 'fr-vol-declaration-quebec',
    language: 'fr',
    category: 'security',
    priority: 'urgent',
    tags: ['theft', 'gps'],
    title: 'Vélo volé devant la station, que dois-je faire ?',
    description: p(
      'On vient de me voler mon Sorrel S2 devant la station de métro. L’application affiche une position dans une ruelle, à 600 mètres. J’hésite à y aller seul.',
    ),
    messages: [
      agent(
        0.2,
        p(
          '{customer}, <strong>n’y allez pas seul</strong>. J’ai passé le vélo en mode « volé » : moteur bloqué, position toutes les dix secondes.',
          'Appelez la police et donnez le code <strong>VT-{serial}</strong> : il leur ouvre la carte en direct.',
        ),
      ),
      customer(1, 'La police est sur place, ils cherchent dans un garage.'),
    ],
    outcome: 'in_progress',
    customer: 'olivier-tremblois',
    agent: 'omar',
    source: 'phone',
    escalation: 2,
  },
];
