"""What the words of a file mean in this workspace: owners, stages, reasons, events, accounts of that name."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from crm.exchange.names import Field
from crm.exchange.rows import Fault, Reading, ReadRow
from crm.exchange.synonyms import standard_stage
from crm.models import Block, Fair, LostReason, Stage, StageKind
from crm.rules.folding import fold
from crm.rules.stages import STANDARD_LOST_REASONS, STANDARD_STAGES, is_probability
from crm.store.members import Who, team
from crm.store.stages import lost_reasons_of, stages_of


@dataclass(frozen=True, slots=True)
class KnownStage:
    """id: 0 where the standard stages are not made yet."""

    id: int
    word: str
    kind: StageKind
    probability: int


@dataclass(slots=True)
class Terms:
    """strangers: owners that the file names and the team does not have; their rows are the importer's."""

    who: Who
    members: dict[str, int]
    stages: dict[str, KnownStage]
    reasons: dict[str, LostReason]
    fairs: dict[str, Fair]
    strangers: set[str] = field(default_factory=set)

    def faults_of(self, reading: Reading, row: ReadRow) -> list[Fault]:
        """What cannot be known from the row alone."""
        if reading.block is not Block.OPPORTUNITY:
            return []
        stage = self.stage_of(row)
        if stage is None:
            return [Fault("bad-stage", _column(reading, Field.STAGE))]
        percent = row.probability
        if percent is None or percent == stage.probability or is_probability(stage.kind, percent):
            return []
        return [Fault("bad-probability", _column(reading, Field.PROBABILITY))]

    def stage_of(self, row: ReadRow) -> KnownStage | None:
        """The first open one where the row names none; None for a name that is not known."""
        if row.stage is None:
            return next((stage for stage in self.stages.values() if stage.kind is StageKind.OPEN), None)
        return self.stages.get(fold(row.stage)) or self.stages.get(standard_stage(row.stage) or "")

    def holder_of(self, row: ReadRow) -> int | None:
        """The member that the row names, for those who lead others; None: nobody, or nobody that is known."""
        if row.holder is None or not self.who.access.leads_others:
            return None
        found = self.members.get(fold(row.holder))
        if found is None:
            self.strangers.add(row.holder)
        return found

    def fair_of(self, row: ReadRow) -> Fair | None:
        return self.fairs.get(fold(row.source)) if row.source else None

    def reason_of(self, row: ReadRow) -> LostReason | None:
        return self.reasons.get(fold(row.lost_reason)) if row.lost_reason else None


def terms_of(session: Session, who: Who) -> Terms:
    access = who.access
    members = team(session, access)
    fairs = select(Fair).where(Fair.workspace_id == access.workspace_id, Fair.deleted_at.is_(None))
    return Terms(
        who,
        members={
            key: member.id
            for member in members
            for key in (fold(member.name), fold(member.username or ""))
            if key
        },
        stages=_stages(stages_of(session, access.workspace_id)),
        reasons={
            key: reason
            for reason in lost_reasons_of(session, access.workspace_id)
            for key in _keys(reason.name, reason.standard, STANDARD_LOST_REASONS)
        },
        fairs={fair.key: fair for fair in session.scalars(fairs)},
    )


def _stages(made: Iterable[Stage]) -> dict[str, KnownStage]:
    """By their names, and by their standard words where nobody gave the name to another."""
    standard = [stage.word for stage in STANDARD_STAGES]
    known: dict[str, KnownStage] = {}
    for stage in made:
        for key in _keys(stage.name, stage.standard, standard):
            known.setdefault(key, KnownStage(stage.id, stage.standard, stage.kind, stage.probability))
    if known:
        return known
    for each in STANDARD_STAGES:
        one = KnownStage(0, each.word, each.kind, each.probability)
        known |= dict.fromkeys(_keys(None, each.word, standard), one)
    return known


def _keys(name: str | None, word: str, standard: Iterable[str]) -> list[str]:
    keys = [fold(name)] if name else []
    return [*keys, word, fold(word)] if word in standard else keys


def _column(reading: Reading, field: Field) -> str | None:
    return next((reading.head[number] for number, target in reading.targets.items() if target is field), None)
