package dev.clientele.b2b.revenue.whitespace;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Sets;
import com.google.common.collect.SortedSetMultimap;
import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.Id;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The matrix of accounts and products: which account owns which product in which department, and which it doesn't: the
 * whitespace. Immutable and thread-safe; pure.
 *
 * <p>The accounts and products of the matrix are those it was made for and all that occur in a holding. An account's
 * departments are those where it has anything, and those that it is said to have.
 */
public final class WhitespaceMatrix {

    private final SortedSet<Id<Account>> accounts;
    private final SortedSet<String> products;
    private final List<InstalledProduct> holdings;
    private final SortedSetMultimap<Id<Account>, String> owned = sortedSets();
    private final SortedSetMultimap<AccountDepartment, String> ownedIn = sortedSets();
    private final SortedSetMultimap<Id<Account>, String> departments = sortedSets();
    private final SortedSetMultimap<String, Id<Account>> owners = sortedSets();

    /** A department of an account. */
    private record AccountDepartment(Id<Account> account, String department) {}

    private WhitespaceMatrix(
            Collection<Id<Account>> accounts,
            Collection<String> products,
            Collection<InstalledProduct> holdings,
            Map<Id<Account>, ? extends Collection<String>> known) {
        SortedSet<Id<Account>> rows = new TreeSet<>(accounts);
        SortedSet<String> columns = new TreeSet<>(products);
        this.holdings = List.copyOf(new LinkedHashSet<>(holdings));
        for (InstalledProduct holding : this.holdings) {
            rows.add(holding.account());
            columns.add(holding.product());
            owned.put(holding.account(), holding.product());
            owners.put(holding.product(), holding.account());
            String department = holding.department();
            if (department != null) {
                departments.put(holding.account(), department);
                ownedIn.put(new AccountDepartment(holding.account(), department), holding.product());
            }
        }
        known.forEach((account, names) -> {
            rows.add(account);
            departments.putAll(account, names);
        });
        this.accounts = ImmutableSortedSet.copyOf(rows);
        this.products = ImmutableSortedSet.copyOf(columns);
    }

    private static <K, V extends Comparable<? super V>> SortedSetMultimap<K, V> sortedSets() {
        return MultimapBuilder.hashKeys().treeSetValues().build();
    }

    /**
     * Returns the matrix of some accounts and products.
     *
     * @param accounts also those that have nothing
     * @param products also those that nobody has: the host's range
     * @param holdings the products owned, in any order, also several times
     */
    public static WhitespaceMatrix of(
            Collection<Id<Account>> accounts, Collection<String> products, Collection<InstalledProduct> holdings) {
        return new WhitespaceMatrix(accounts, products, holdings, Map.of());
    }

    /**
     * Returns a copy with more departments, such as those where people are known ({@link
     * dev.clientele.b2b.account.Contacts#departments}).
     *
     * @param known names by account
     */
    public WhitespaceMatrix withDepartments(Map<Id<Account>, ? extends Collection<String>> known) {
        SortedSetMultimap<Id<Account>, String> all = sortedSets();
        all.putAll(departments);
        known.forEach(all::putAll);
        SortedSet<Id<Account>> rows = new TreeSet<>(accounts);
        rows.addAll(known.keySet());
        return new WhitespaceMatrix(rows, products, holdings, all.asMap());
    }

    /**
     * Returns the matrix by product families, or by any other grouping of products.
     *
     * @param family of each product
     */
    public WhitespaceMatrix groupedBy(Function<String, String> family) {
        return new WhitespaceMatrix(
                accounts,
                products.stream().map(family).toList(),
                holdings.stream()
                        .map(holding -> holding.with(family.apply(holding.product())))
                        .toList(),
                departments.asMap());
    }

    /** Returns the accounts, the rows, by id; unmodifiable. */
    public SortedSet<Id<Account>> accounts() {
        return accounts;
    }

    /** Returns the product codes, the columns, sorted; unmodifiable. */
    public SortedSet<String> products() {
        return products;
    }

    /** Returns the products that an account owns in any department; unmodifiable. */
    public SortedSet<String> owned(Id<Account> account) {
        return Collections.unmodifiableSortedSet(owned.get(account));
    }

    /** Returns the products that a department of an account owns; unmodifiable. */
    public SortedSet<String> owned(Id<Account> account, String department) {
        return Collections.unmodifiableSortedSet(ownedIn.get(new AccountDepartment(account, department)));
    }

    /** Returns the products that an account doesn't own. */
    public SortedSet<String> missing(Id<Account> account) {
        return without(products, owned(account));
    }

    /** Returns the products that a department of an account doesn't own. */
    public SortedSet<String> missing(Id<Account> account, String department) {
        return without(products, owned(account, department));
    }

    /** Returns the departments of an account that own products or are known to have people; unmodifiable. */
    public SortedSet<String> departments(Id<Account> account) {
        return Collections.unmodifiableSortedSet(departments.get(account));
    }

    /** Returns the accounts that own a product; unmodifiable. */
    public SortedSet<Id<Account>> owners(String product) {
        return Collections.unmodifiableSortedSet(owners.get(product));
    }

    /** Computes the share of the accounts that own a product, 0 to 1; 0 if there are no accounts. */
    public double penetration(String product) {
        return accounts.isEmpty() ? 0 : (double) owners(product).size() / accounts.size();
    }

    /** Counts the pairs of account and product without an owner. */
    public long whitespaceCount() {
        return (long) accounts.size() * products.size() - owned.size();
    }

    private static SortedSet<String> without(SortedSet<String> all, SortedSet<String> some) {
        return ImmutableSortedSet.copyOf(Sets.difference(all, some));
    }
}
