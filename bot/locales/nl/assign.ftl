# "Tom: bel Bosch morgen": opvolging voor een collega.
assigned = Voor { $name }, die het al weet
assigned-untold = Voor { $name }, die nu niet te bereiken is
assigned-me = Voor jou gepland
assigned-to-you = { $name } vraagt je:
assign-managers-only = Alleen een manager plant voor { $name }. Voor jou dan?
assign-nobody = Ik ken niemand die { $name } heet in je team.
assign-about-whom = Over wie? Noem ook de persoon of het bedrijf.
assign-which = Welke “{ $query }”?
button-for-me = Ja, voor mij
assign-unknown = Ik ken niemand die “{ $query }” heet. Een nieuwe lead voor { $name }?
assigned-beside = nu { $count } gepland
