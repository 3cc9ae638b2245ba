"""Answers as short texts, to be read beside their JSON and quoted from."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.mcp import answers, words
from reportedly.record.answers import (
    Claim,
    Counted,
    DocumentAnswer,
    Narrative,
    Part,
    Place,
    SpeakerAnswer,
    Statement,
)


def statement(said: Statement) -> Iterator[str]:
    """Who, when and how; the words; where they stand."""
    roles = f" ({'; '.join(map(words.quoted, said.roles))})" if said.roles else ""
    how = [said.act.value, *(["refused"] if said.negated else []), said.stand.value]
    near = f"; score {said.score:.2f}" if said.score else ""
    yield f"- {_who(said)}{roles}: {', '.join(how)}; {said.day or 'no day known'}{near}"
    yield f"  words: {words.quoted(said.words, words.LONGEST)}"
    if said.carriers:
        yield f"  through: {', '.join(_carried(c.name, c.descriptor) for c in said.carriers)}"
    if said.evidence:
        marks = dict.fromkeys(f"{mark.status}, by the {mark.by}" for mark in said.evidence)
        yield f"  evidence: {'; '.join(marks)}"
    yield f"  published: {words.published(said.publisher, said.published, said.title, said.url)}"
    yield f"  at: characters {words.places(said.content)} of {said.document}"
    yield f"  ids: statement {said.id}{f', claim {said.claim}' if said.claim else ''}"


def _who(said: Statement) -> str:
    if said.speaker:
        return words.quoted(said.speaker) + (f" [{said.speaker_id}]" if said.speaker_id else "")
    return (
        f"{words.quoted(said.source)} (who that is stays open)" if said.source else "nobody named"
    )


def _carried(name: str, descriptor: str | None) -> str:
    return words.quoted(name) + (f" ({words.quoted(descriptor)})" if descriptor else "")


def statements(found: answers.StatementsFound) -> Iterator[str]:
    """Statements, the best first."""
    yield from words.listed(found.statements, statement, "statement")
    yield from words.end(found.searched, found.after)


def traced(found: answers.Traced) -> Iterator[str]:
    """Claims, with their statements and origins; then what comes near."""
    if not found.claims:
        yield "Nothing that says so was found in the record."
    for part in found.claims:
        yield from claim_part(part)
        yield from origins(part.claim.origins)
    if found.near:
        yield "Near it, of other claims:"
        for one in found.near:
            yield from statement(one)
    yield from words.end(found.searched)


def claim(found: answers.ClaimFound) -> Iterator[str]:
    """A claim."""
    yield from claim_part(found.part)
    yield from origins(found.part.claim.origins)
    yield from words.end(found.searched, found.part.after)


def claims(found: answers.ClaimsFound) -> Iterator[str]:
    """Claims."""
    yield from words.listed(found.claims, claim_part, "claim")
    yield from words.end(found.searched, found.after)


def claim_part(part: answers.ClaimPart) -> Iterator[str]:
    """Label and counts, statements, origins."""
    held, whole = part.claim, part.whole
    yield f"Claim {held.id}: {words.quoted(held.label, words.LONGEST)}"
    stands = f"{whole.states:,} state it, {whole.denies:,} deny it, {whole.echoes:,} echo it"
    counts = (
        f"{words.many(whole.statements, 'statement')} by {words.many(whole.speakers, 'speaker')}"
    )
    yield f"  {counts}: {stands}"
    where = (
        f"{words.many(whole.documents, 'document')} of {words.many(whole.publishers, 'publisher')}"
    )
    yield f"  in {where}; {words.days(held.first, held.last)}{_story(held)}"
    yield f"  {_origins(held.origins)}"
    for one in held.attributions:
        yield from statement(one)
    shown = len(held.attributions)
    if shown < whole.statements:
        yield f"  {shown:,} of its {whole.statements:,} statements shown"


def origins(counted: Counted) -> Iterator[str]:
    """Utterances that a claim goes back to, and why statements are one."""
    for group in counted.groups:
        size = words.many(len(group.members), "statement")
        unsure = "; may go back to another of these, and is not counted" if group.may_be else ""
        yield f"  origin: {words.quoted(group.label)}, {size} shown{unsure}"
        for receipt in group.reasons[:3]:
            yield f"    {receipt.kind}: {words.quoted(receipt.text, words.LONGEST)}"


def _story(found: Claim) -> str:
    return f"; narrative {found.narrative}" if found.narrative else ""


def _origins(counted: Counted) -> str:
    if counted.min == counted.max:
        return f"from {words.many(counted.min, 'independent origin')} in this record"
    return f"from at least {counted.min}, at most {counted.max} independent origins in this record"


def narrative(found: answers.NarrativeFound) -> Iterator[str]:
    """A narrative."""
    yield from narrative_part(found.part)
    yield from words.end(found.searched, found.part.after)


def narratives(found: answers.NarrativesFound) -> Iterator[str]:
    """Narratives."""
    yield from words.listed(found.narratives, narrative_part, "narrative")
    yield from words.end(found.searched, found.after)


def narrative_part(part: answers.NarrativePart) -> Iterator[str]:
    """Label and counts, then claims."""
    held: Narrative = part.narrative
    yield f"Narrative {held.id}: {words.quoted(held.label, words.LONGEST)}"
    counts = (
        words.many(part.claims, "claim"),
        words.many(held.statements, "statement"),
        words.many(held.documents, "document"),
        words.many(held.publishers, "publisher"),
    )
    yield f"  {', '.join(counts)}; {words.days(held.first, held.last)}"
    for one in held.claims:
        size = f"{words.many(one.statements, 'statement')}; {words.days(one.first, one.last)}"
        yield f"- claim {one.id}: {words.quoted(one.label, words.LONGEST)} ({size})"


def speaker(found: answers.SpeakerFound) -> Iterator[str]:
    """One who speaks, and what they say."""
    yield from _speaker(found.speaker)
    for medium in found.carriers:
        size = words.many(medium.statements, "statement")
        yield f"  carried by: {words.quoted(medium.name)} [{medium.id}], {size}"
    for one in found.statements:
        yield from statement(one)
    yield from words.end(found.searched, found.after)


def speaker_claims(found: answers.SpeakerClaims) -> Iterator[str]:
    """One who speaks, and the claims."""
    yield from _speaker(found.speaker)
    yield from words.listed(found.parts, _part, "claim")
    yield from words.end(found.searched, found.after)


def _part(found: Part) -> Iterator[str]:
    stands = ", ".join(stand.value for stand in found.stands)
    when = words.days(found.first, found.last)
    yield f"- {stands}: claim {found.claim.id}, {words.quoted(found.claim.label, words.LONGEST)}"
    yield f"  {when}; {words.many(found.claim.statements, 'statement')} by all speakers"


def speakers(found: answers.SpeakersFound) -> Iterator[str]:
    """Who speaks."""
    yield from words.listed(found.speakers, _speaker, "speaker")
    yield from words.end(found.searched, found.after)


def _speaker(found: SpeakerAnswer) -> Iterator[str]:
    yield f"Speaker {found.id}: {words.quoted(found.name)} ({found.type})"
    counts = (
        f"{words.many(found.statements, 'statement')} in {words.many(found.documents, 'document')}"
    )
    yield f"  {counts}; {words.days(found.first, found.last)}"
    if found.aliases:
        yield f"  also: {', '.join(map(words.quoted, found.aliases))}"
    for role in found.roles:
        yield f"  role: {words.quoted(role.role)}; {words.days(role.first, role.last)}"


def quote(found: answers.Quote) -> Iterator[str]:
    """Words to quote, and what stands around them, told apart."""
    yield from _document(found.document)
    if found.statement:
        yield from statement(found.statement)
    for piece in found.pieces:
        kinds = ", ".join(dict.fromkeys(block.kind.value for block in piece.blocks))
        yield f"Characters {piece.span.start}-{piece.span.end} ({kinds or 'between blocks'})"
        yield f"  before: {words.quoted(piece.before)}"
        yield f"  WORDS: {words.quoted(piece.words)}"
        yield f"  after: {words.quoted(piece.after)}"
    yield from words.end(found.searched)


def document(found: answers.DocumentFound) -> Iterator[str]:
    """A document, and what is said in it."""
    yield from _document(found.document)
    for one in found.statements:
        yield from statement(one)
    yield from words.end(found.searched, found.after)


def documents(found: answers.DocumentsFound) -> Iterator[str]:
    """Documents."""
    yield from words.listed(found.documents, _document, "document")
    yield from words.end(found.searched, found.after)


def _document(found: DocumentAnswer) -> Iterator[str]:
    about = words.published(found.publisher, found.published, found.title, found.url)
    yield f"Document {found.key}: {about}"
    version = f"; version {found.version} of {found.versions}" if found.versions > 1 else ""
    sizes = (words.many(found.characters, "character"), words.many(found.attributions, "statement"))
    yield f"  {found.id}; {', '.join(sizes)}{version}"


def versions(found: answers.VersionsFound) -> Iterator[str]:
    """Versions, and what came and went."""
    for part in found.versions:
        yield from _document(part.version.document)
        for said, number, what in (
            (part.version.added, part.added, "said in it anew"),
            (part.version.gone, part.gone, "said in it no more"),
        ):
            if number:
                yield f"  {what}: {words.many(number, 'statement')}"
            for one in said:
                yield from statement(one)
    yield from words.end(found.searched, found.after)


def reuse(found: answers.ReuseFound) -> Iterator[str]:
    """Pairs that share words."""
    yield from words.listed(found.pairs, _pair, "pair of documents that share words")
    yield from words.end(found.searched, found.after)


def _pair(found: answers.Shared) -> Iterator[str]:
    yield f"{found.kind}: {_place(found.first)} and {_place(found.second)}"
    shares = f"{found.first_share:.0%} of the first, {found.second_share:.0%} of the second"
    yield f"  {shares}; words went from {found.direction}: {words.quoted(found.why)}"
    for one in found.passages:
        at = f"{one.first.start}-{one.first.end} = {one.second.start}-{one.second.end}"
        yield f"  characters {at}: {words.quoted(one.words)}"
    if len(found.passages) < found.in_all:
        yield f"  {len(found.passages)} of {found.in_all:,} passages shown"


def _place(found: Place) -> str:
    return f"{found.key} ({words.published(found.publisher, found.published, None, found.url)})"


def drift(found: answers.DriftFound) -> Iterator[str]:
    """How wordings differ."""
    yield f"Claim {found.claim.id}: {words.quoted(found.claim.label, words.LONGEST)}"
    yield from words.listed(found.wordings, _wording, "utterance in two wordings")
    yield from words.end(found.searched, found.after)


def _wording(found: answers.Wordings) -> Iterator[str]:
    yield f"One utterance in two documents; {found.kept:.0%} of the words are kept"
    yield from statement(found.first)
    yield from statement(found.second)
    for one in found.changes:
        first, second = (" … ".join(map(words.quoted, side)) for side in (one.first, one.second))
        yield f"  {one.kind}: {first or 'nothing'} → {second or 'nothing'}"


def covered(found: answers.Covered) -> Iterator[str]:
    """What there is."""
    yield f"The record {words.quoted(found.name)}"
    yield "Added last:" if found.newest else "It is empty."
    for one in found.newest:
        yield from _document(one)
    yield from words.end(found.searched)
