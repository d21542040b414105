"""Forgetting on time: the table of ``bot.privacy``, applied."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.privacy import AUDIT_DAYS, INVITATION_DAYS, MARK_DAYS
from bot.register import Register


def purge(register: Register, now: datetime, dialogue_hours: int, question_days: int) -> None:
    """Erase everything whose time has come; deposits are given up by whoever holds their documents."""
    database = register.database
    with database.writing():
        database.run("DELETE FROM talks WHERE at < ?", (_ago(now, hours=dialogue_hours),))
        database.run("DELETE FROM inbox WHERE done AND received < ?", (_ago(now, days=MARK_DAYS),))
        sent = "state IN ('sent', 'dropped')"
        database.run(f"DELETE FROM outbox WHERE {sent} AND made < ?", (_ago(now, days=MARK_DAYS),))
        database.run("DELETE FROM audit WHERE at < ?", (_ago(now, days=AUDIT_DAYS),))
        database.run("DELETE FROM invitations WHERE expires < ?", (_ago(now, days=INVITATION_DAYS),))
        register.uses.purge(now - timedelta(hours=dialogue_hours), now - timedelta(days=question_days))
    # What was erased must leave the journal too, not only the file.
    database.rows("PRAGMA wal_checkpoint(TRUNCATE)")


def _ago(now: datetime, *, hours: int = 0, days: int = 0) -> str:
    return (now - timedelta(hours=hours, days=days)).isoformat()
