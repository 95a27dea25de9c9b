package dev.clientele.b2b.revenue.whitespace;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.Id;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product that an account owns.
 *
 * @param account the account
 * @param product the product's code
 * @param department the department that uses it; null if it isn't known
 */
public record InstalledProduct(
        Id<Account> account, String product, @Nullable String department) {

    /** Refuses nulls, but for the department. */
    public InstalledProduct {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(product, "product");
    }

    /** Returns a copy of another account, such as the one that the account was merged into. */
    InstalledProduct with(Id<Account> other) {
        return new InstalledProduct(other, product, department);
    }

    /** Returns a copy with another product, such as the family that the product belongs to. */
    InstalledProduct with(String other) {
        return new InstalledProduct(account, other, department);
    }
}
