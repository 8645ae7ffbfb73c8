"""Where conventions meet: Parties, species and targets that they share, and who is not yet in.

`answer` is what every question gives back: rows with the rule by which they were counted, the
sources, the day and what to mind. `status` weighs what sources say of a Party; `listings` and
`taxa` say what an instrument lists on a day and under which names; `shared` counts by bits.
The questions: `parties`, `species`, `targets`, `accession`, `country`. `words` puts rules and
remarks into three languages. Files are read by the room `importing`, not here.

`matter` is what the record itself says: mandates, engagements, agreements, meetings. It is asked
by `overlap`, `absent`, `partners`, `places`, `creatures`, `reporting`, `vague`, `money`, `sessions`
and `programme`; `joint` has the forms of their answers.
"""
