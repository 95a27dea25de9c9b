package dev.clientele.b2b.revenue.whitespace;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.revenue.whitespace.ProductRecommendation.RecommendationKind;
import dev.clientele.core.entity.Id;
import dev.clientele.core.hierarchy.Hierarchy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The recommendation of products over families of accounts. Pure. */
public final class ProductRecommender {

    private static final Comparator<ProductRecommendation> ORDER = Comparator.comparingLong(
                    ProductRecommendation::relatedAccounts)
            .thenComparingDouble(ProductRecommendation::share)
            .reversed()
            .thenComparing(ProductRecommendation::product)
            .thenComparing(ProductRecommendation::account)
            .thenComparing(candidate -> Objects.requireNonNullElse(candidate.department(), ""));

    private ProductRecommender() {}

    /**
     * Recommends to each account the products that it doesn't have (cross-sell), and to each department those that
     * another department of the account has (up-sell). Best first: by how many related accounts have the product, then
     * by the share of accounts with anything in common that have it, then by product and account.
     *
     * @param families the accounts in question; a family is a top account with all below it
     * @param whitespace of these accounts, and of as many others as there are for comparison
     */
    public static List<ProductRecommendation> recommend(Hierarchy<Account> families, WhitespaceMatrix whitespace) {
        List<ProductRecommendation> candidates = new ArrayList<>();
        for (Account top : families.roots()) {
            List<Id<Account>> family =
                    families.subtree(top.id()).stream().map(Account::id).toList();
            for (Id<Account> account : family) {
                Map<String, Double> shares = shares(account, whitespace);
                for (String product : whitespace.missing(account)) {
                    candidates.add(new ProductRecommendation(
                            account,
                            null,
                            product,
                            RecommendationKind.CROSS_SELL,
                            relatives(family, account, whitespace.owners(product)),
                            shares.getOrDefault(product, 0.0)));
                }
                for (String department : whitespace.departments(account)) {
                    Set<String> elsewhere = new HashSet<>(whitespace.owned(account));
                    elsewhere.removeAll(whitespace.owned(account, department));
                    for (String product : elsewhere) {
                        candidates.add(new ProductRecommendation(
                                account,
                                department,
                                product,
                                RecommendationKind.UP_SELL,
                                relatives(family, account, whitespace.owners(product)),
                                shares.getOrDefault(product, 0.0)));
                    }
                }
            }
        }
        candidates.sort(ORDER);
        return Collections.unmodifiableList(candidates);
    }

    private static long relatives(Collection<Id<Account>> family, Id<Account> account, Set<Id<Account>> owners) {
        return family.stream()
                .filter(other -> !other.equals(account) && owners.contains(other))
                .count();
    }

    /** Returns the share of the other accounts with anything in common that have each product. */
    private static Map<String, Double> shares(Id<Account> account, WhitespaceMatrix whitespace) {
        Set<Id<Account>> alike = new HashSet<>();
        whitespace.owned(account).forEach(product -> alike.addAll(whitespace.owners(product)));
        alike.remove(account);
        Map<String, Double> shares = new HashMap<>();
        for (Id<Account> other : alike) {
            whitespace.owned(other).forEach(product -> shares.merge(product, 1.0 / alike.size(), Double::sum));
        }
        return shares;
    }
}
