package dev.clientele.b2b.revenue.whitespace;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.Id;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product to sell to an account next, with the evidence for it.
 *
 * @param account the account
 * @param department the department, for {@link RecommendationKind#UP_SELL}; else null
 * @param product the product's code
 * @param kind up-sell or cross-sell
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

    /** The kind of a recommendation. */
    public enum RecommendationKind {
        /** A product that the account has in another department. */
        UP_SELL,
        /** A product that the account doesn't have. */
        CROSS_SELL
    }

    /** Refuses nulls, but for the department. */
    public ProductRecommendation {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(kind, "kind");
    }
}
