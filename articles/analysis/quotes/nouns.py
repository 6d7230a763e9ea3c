"""French nouns for people and bodies: what a title without a name may mean. Compiled for this project."""

BODIES = frozenset(
    """
groupe entreprise société compagnie firme laboratoire club association ong syndicat fédération institution
organisation parti gouvernement ministère marque banque constructeur opérateur collectif festival théâtre
musée université école hôpital préfecture mairie commune ville commission parquet tribunal agence institut
formation structure maison écurie rédaction direction conseil collectivité magistrature autorité bureau
observatoire union ligue chaîne journal quotidien hebdomadaire site plateforme exécutif chancellerie
présidence diplomatie police gendarmerie armée enseigne équipe fabricant éditeur distributeur start-up
""".split()
)
"""Nouns that mean an organisation that was named before."""

KIN = frozenset("fils fille père mère frère sœur mari femme épouse époux oncle tante cousin cousine".split())

CHIEFS = {"gouvernement": "ministre", "exécutif": "ministre", "état": "président", "diplomatie": "ministre"}
"""Whose chief is called by another noun too."""

CIVILITIES = frozenset("m. mm. mme mlle me dr pr mgr monsieur madame maître professeur docteur".split())
"""What stands before a surname."""

_HUMAN_ENDINGS = (
    "teur",
    "trice",
    "eur",
    "euse",
    "ien",
    "ienne",
    "iste",
    "ier",
    "ière",
    "logue",
    "ant",
    "ante",
    "ent",
    "aire",
    "naute",
    "iatre",
    "crate",
    "phe",
    "ète",
)

_HUMAN = frozenset(
    """
maire ministre chef président présidente patron patronne élu élue député députée avocat avocate
capitaine médecin professeur professeure juge procureure poète élève athlète skipper pilote
sélectionneur coach star intéressé intéressée trentenaire quadragénaire quinquagénaire sexagénaire jeune
femme homme responsable cinéaste artiste scientifique diplomate magistrat magistrate candidat candidate
gagnant gagnante champion championne locataire adjoint adjointe syndicaliste secrétaire préfet préfète
roi reine prince princesse pape évêque soldat général colonel romancier prodige vainqueur lauréat
lauréate accusé accusée prévenu prévenue victime témoin
""".split()
)


def is_human(noun: str) -> bool:
    """Whether a noun, in small letters, means a person: by the list, or by its ending (-teur, -iste)."""
    return noun in _HUMAN or noun.endswith(_HUMAN_ENDINGS)


_VOICES = frozenset(
    """
grand-père grand-mère grand-oncle arrière-grand-mère arrière-grand-père parent ami amie voisin voisine élève
enfant garçon gars dame monsieur habitant habitante riverain riveraine copain copine camarade compagne
compagnon collègue proche entourage allié alliée défenseuse défenseur adversaire partisan partisane client
cliente passant passante paysan paysanne artisan artisane marin ouvrier ouvrière cadre expert experte commis
avocat rival rivale maman papa époux curé moine guide gardien otage porte-parole membre majorité opposition
sénat assemblée parlement état région département pays cour comité académie rectorat ambassade office
fondation coopérative cabinet chambre centre service délégation confédération coordination
intersyndicale observateur quidam mécontent mécontente interlocuteur auteure autrice écrivain écrivaine
chercheur chercheuse philosophe sociologue psychologue juriste économiste proviseur rectrice recteur
consœur confrère confrères pompier témoin soignant soignante aïeul aïeule ancêtre militant militante
internaute usager usagère délégué déléguée rapporteure maçon représentant représentante
""".split()
)
"""Nouns for people and bodies beside those above, in the singular."""

DOCUMENTS = frozenset(
    """
communiqué enquête étude rapport sondage note lettre texte document message tweet post courriel
entretien interview bilan avis analyse décompte calcul calculs chiffres données estimation
estimations propos mots mot formule expression déclaration témoignage récit source sources entourage
proche proches
""".split()
)
"""Nouns for what somebody wrote or said."""

_STUDIES = frozenset(
    """
communiqué enquête étude rapport sondage note lettre texte document message tweet courriel avis analyse
arrêté décret jugement charte notice circulaire expertise audit brochure tract pétition article source
baromètre journal revue
""".split()
)

_THINGS = frozenset(
    """
valeur couleur chaleur hauteur longueur largeur douleur fleur cœur peur erreur faveur honneur bonheur malheur
moteur ordinateur secteur facteur ascenseur tracteur compteur réacteur intérieur extérieur vapeur rigueur
vigueur ampleur lueur odeur saveur humeur terreur horreur fureur fraîcheur épaisseur profondeur pesanteur
grandeur lenteur splendeur rumeur tumeur heure vecteur radiateur projecteur téléviseur minceur sueur pudeur
torpeur stupeur ardeur laideur rancœur serveur teneur commentaire salaire horaire anniversaire itinéraire
affaire inventaire calendrier quartier chantier janvier février papier fichier courrier métier panier dossier
escalier clavier sentier poirier pommier gibier palier pilier terrier atelier collier fumier foyer loyer
instant restaurant volant carburant montant courant diamant croissant gant néant avant couchant levant
vent argent accent talent cent continent incident accident précédent inconvénient équivalent excédent
coefficient serpent ingrédient bien lien soutien entretien maintien chien quotidien liste piste
catastrophe paragraphe triomphe strophe apostrophe cicatrice matrice planète comète lumière rivière matière
manière carrière frontière bière prière poussière barrière rizière croisière crinière tanière glacière
première dernière dernier premier particulier collectivité ordinaire contraire exemplaire vocabulaire primaire
horizon sommaire
""".split()
)
"""Nouns that end as those for people do."""


def can_speak(noun: str) -> bool:
    """Whether a noun, in small letters, means what has words of its own: people, bodies, studies."""
    return means_people(noun) or any(form in BODIES or form in _STUDIES for form in _singulars(noun))


def means_people(noun: str) -> bool:
    """Whether a noun, in small letters, means somebody, or a body of people that is called by no thing."""
    return any(
        form in _VOICES
        or form in KIN
        or (is_human(form) and form not in _THINGS and not form.endswith("ment"))
        for form in _singulars(noun)
    )


def _singulars(noun: str) -> tuple[str, ...]:
    return (noun, noun.removesuffix("s"), noun.removesuffix("x"))
