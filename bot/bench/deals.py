"""What is asked of accounts and opportunities: the pipeline, a report, a timeline, and a lead that converts."""

from collections.abc import Callable
from datetime import timedelta

from bot.bench.desk import Bench
from bot.bench.fill import WORKSPACE
from bot.bench.fill_deals import ENTRIES
from crm.access import Access
from crm.capture.draft import ActivityKind
from crm.models import Account, Workspace
from crm.rules.periods import Span
from crm.store import timeline
from crm.store.pipeline_sums import forecast_of, pipeline_of
from crm.store.rates import rates_of
from crm.store.reports.activities import activities_in
from crm.store.reports.breakdown import by_member, by_source
from crm.store.reports.closed import closed_in
from crm.store.reports.leads import leads_in
from crm.store.reports.scope import Scope
from crm.store.stages import stages_of
from crm.store.work import Session

_TIMES = 200
_PAGE = 8
_MONTH = timedelta(days=30)
_MAILS = (ActivityKind.EMAIL, ActivityKind.MESSAGE)


def steps(next_text: Callable[[], str]) -> tuple[tuple[str, int, Callable[[Bench], float]], ...]:
    """What, how often, and how: as bot/bench/scale.py measures. next_text: a message about somebody new."""

    def conversion(bench: Bench) -> float:
        """A lead comes in; what is timed is the quote that makes it an account."""
        member = bench.some_member()
        bench.turn(next_text(), member)
        return bench.turn("/quote 12.4k", member)

    return (
        ("conversion, by a quote on a lead", _TIMES, conversion),
        ("pipeline and forecast, one's own", _TIMES, lambda bench: bench.reads(_pipeline)),
        ("report of a month, one's own, all parts", _TIMES, lambda bench: bench.reads(_report)),
        (f"timeline, a page of {ENTRIES:,} entries", _TIMES, lambda bench: bench.reads(_timeline)),
    )


def team_steps() -> tuple[tuple[str, Callable[[Bench], float]], ...]:
    """Of the whole workspace, which costs what there is in it."""
    return (
        ("pipeline and forecast of the whole team", lambda bench: bench.reads(_pipeline, everybody=True)),
        ("report of a month of the whole team", lambda bench: bench.reads(_report, everybody=True)),
    )


def _pipeline(bench: Bench, session: Session, access: Access) -> None:
    rates = rates_of(session, session.get_one(Workspace, WORKSPACE))
    pipeline_of(session, access, stages_of(session, WORKSPACE), rates)
    forecast_of(session, access, rates)


def _report(bench: Bench, session: Session, access: Access) -> None:
    rates = rates_of(session, session.get_one(Workspace, WORKSPACE))
    first = bench.now - _MONTH
    scope = Scope(access, Span(first.date(), bench.now.date(), first, bench.now))
    leads_in(session, scope)
    closed_in(session, scope, rates)
    by_source(session, scope, rates)
    by_member(session, scope, rates)
    activities_in(session, scope)


def _timeline(bench: Bench, session: Session, access: Access) -> None:
    """All kinds, then only mails."""
    account = session.get_one(Account, (WORKSPACE, bench.long_account))
    for kinds in ((), _MAILS):
        found = timeline.entries(session, account, kinds=kinds, limit=_PAGE + 1)
        assert len(found) > _PAGE
