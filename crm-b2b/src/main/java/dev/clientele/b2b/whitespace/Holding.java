package dev.clientele.b2b.whitespace;

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
public record Holding(
        Id<Account> account, String product, @Nullable String department) {

    /** Refuses nulls but for the department. */
    public Holding {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(product, "product");
    }

    /** The same product and department of another account, such as the one that the account was merged into. */
    Holding of(Id<Account> other) {
        return new Holding(other, product, department);
    }

    /** The same account and department with another product, such as the family that the product belongs to. */
    Holding of(String other) {
        return new Holding(account, other, department);
    }
}
