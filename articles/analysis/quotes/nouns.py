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
