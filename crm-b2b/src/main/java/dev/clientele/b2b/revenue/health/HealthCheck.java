package dev.clientele.b2b.revenue.health;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The health of an account on a day, with the reasons.
 *
 * @param account the account
 * @param day the day
 * @param assessment the score, how much of it is known, and what isn't
 * @param reasons the reasons that make up the score, the worst first
 */
public record HealthCheck(Id<Account> account, LocalDate day, HealthAssessment assessment, List<HealthReason> reasons) {

    /** Copies the list. */
    public HealthCheck {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(assessment, "judgement");
        reasons = List.copyOf(reasons);
    }
}
