package dev.clientele.b2b.revenue.whitespace;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.Id;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What might be sold to an account next, and what speaks for it.
 *
 * @param account to whom
 * @param department where in the account, for {@link RecommendationKind#UP_SELL}; else null
 * @param product its code
 * @param kind whether the account knows it
 * @param relatedAccounts how many other accounts of the same family have it
 * @param share how many of the accounts that have anything in common with this one, itself left out, have it: 0 to 1; 0 if
 *     there are none such
 */
public record ProductRecommendation(
        Id<Account> account,
        @Nullable String department,
        String product,
        RecommendationKind kind,
        long relatedAccounts,
        double share) {

    /** Whether an account knows a product. */
    public enum RecommendationKind {
        /** The account has it in another department. */
        UP_SELL,
        /** The account doesn't have it. */
        CROSS_SELL
    }

    /** Refuses nulls but for the department. */
    public ProductRecommendation {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(kind, "kind");
    }
}
