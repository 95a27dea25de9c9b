package dev.clientele.b2b.revenue.whitespace;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.Id;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That an account has a product.
 *
 * @param account who
 * @param product its code
 * @param department where in the account; null if that isn't known
 */
public record InstalledProduct(
        Id<Account> account, String product, @Nullable String department) {

    /** Refuses nulls but for the department. */
    public InstalledProduct {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(product, "product");
    }

    /** The same product and department of another account, such as the one that the account was merged into. */
    InstalledProduct with(Id<Account> other) {
        return new InstalledProduct(other, product, department);
    }

    /** The same account and department with another product, such as the family that the product belongs to. */
    InstalledProduct with(String other) {
        return new InstalledProduct(account, other, department);
    }
}
