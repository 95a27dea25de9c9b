package dev.clientele.b2b.revenue.health;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * How an account is doing, and why.
 *
 * @param account which
 * @param day on which that is so
 * @param assessment the score, how much of it is known, and what isn't
 * @param reasons what the score is made of, the worst first
 */
public record HealthCheck(
        Id<Account> account, LocalDate day, HealthWeights.HealthAssessment assessment, List<HealthReason> reasons) {

    /** Copies. */
    public HealthCheck {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(assessment, "judgement");
        reasons = List.copyOf(reasons);
    }
}
