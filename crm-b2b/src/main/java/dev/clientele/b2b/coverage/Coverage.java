package dev.clientele.b2b.coverage;

import dev.clientele.b2b.coverage.assignment.Assignments;
import dev.clientele.b2b.coverage.handover.Handovers;
import dev.clientele.b2b.coverage.team.TeamMembers;
import dev.clientele.b2b.coverage.territory.TerritoryRules;
import dev.clientele.core.CrmSession;
import java.util.Objects;

/**
 * Sales coverage: team members of accounts and deals, territory rules, assignment and handovers. Thread-safe unless the
 * session is that of a transaction.
 */
public final class Coverage {

    private final CrmSession session;

    /** Opens the coverage of a session. */
    public Coverage(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** Returns the team members of accounts and deals. */
    public TeamMembers teamMembers() {
        return new TeamMembers(session);
    }

    /** Returns the rules that place accounts in territories. */
    public TerritoryRules territoryRules() {
        return new TerritoryRules(session);
    }

    /** Returns the rules that assign leads, accounts and deals. */
    public Assignments assignments() {
        return new Assignments(session);
    }

    /** Returns the handovers from one sales representative to another. */
    public Handovers handovers() {
        return new Handovers(session);
    }
}
