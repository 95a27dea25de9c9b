package dev.clientele.b2b.revenue.health;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.merge.MergedIds;
import dev.clientele.core.survey.Surveys;
import dev.clientele.persistence.criteria.Criteria;

/** The survey responses of the session's tenant, by account. Thread-safe unless the session is that of a transaction. */
public final class AccountSurveys extends Surveys {

    private final CrmSession session;

    /** Opens the surveys of a session. */
    public AccountSurveys(CrmSession session) {
        super(session);
        this.session = session;
    }

    /** Returns the criteria of the responses of an account and of those merged into it, for the scores of {@link Surveys}. */
    public Criteria byAccount(Id<Account> account) {
        return AccountSurvey.ACCOUNT.in(new MergedIds(session)
                .identities(account).stream().map(Id::<Account>of).toList());
    }
}
