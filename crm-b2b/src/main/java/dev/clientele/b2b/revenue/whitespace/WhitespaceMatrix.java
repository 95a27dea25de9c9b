package dev.clientele.b2b.revenue.whitespace;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.Id;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts have which products in which departments, and which they haven't: the white fields of the matrix. Immutable
 * and thread-safe; pure.
 *
 * <p>The accounts and products of the matrix are those it was made for and all that occur in a holding. An account's
 * departments are those where it has anything, and those that it is said to have.
 */
public final class WhitespaceMatrix {

    private final SortedSet<Id<Account>> accounts;
    private final SortedSet<String> products;
    private final List<InstalledProduct> holdings;
    private final Map<Id<Account>, SortedSet<String>> owned = new HashMap<>();
    private final Map<AccountDepartment, SortedSet<String>> ownedIn = new HashMap<>();
    private final Map<Id<Account>, SortedSet<String>> departments = new HashMap<>();
    private final Map<String, SortedSet<Id<Account>>> owners = new HashMap<>();

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
            add(owned, holding.account(), holding.product());
            add(owners, holding.product(), holding.account());
            String department = holding.department();
            if (department != null) {
                add(departments, holding.account(), department);
                add(ownedIn, new AccountDepartment(holding.account(), department), holding.product());
            }
        }
        known.forEach((account, names) -> {
            rows.add(account);
            names.forEach(name -> add(departments, account, name));
        });
        this.accounts = Collections.unmodifiableSortedSet(rows);
        this.products = Collections.unmodifiableSortedSet(columns);
    }

    private static <K, V> void add(Map<K, SortedSet<V>> sets, K key, V value) {
        sets.computeIfAbsent(key, unused -> new TreeSet<>()).add(value);
    }

    /**
     * The matrix of some accounts and products.
     *
     * @param accounts also those that have nothing
     * @param products also those that nobody has: the host's range
     * @param holdings what is known, in any order, also several times
     */
    public static WhitespaceMatrix of(
            Collection<Id<Account>> accounts, Collection<String> products, Collection<InstalledProduct> holdings) {
        return new WhitespaceMatrix(accounts, products, holdings, Map.of());
    }

    /**
     * The same with departments in which nothing has to be yet, such as those where people are known ({@link
     * dev.clientele.b2b.account.Contacts#departments}).
     *
     * @param known names by account
     */
    public WhitespaceMatrix withDepartments(Map<Id<Account>, ? extends Collection<String>> known) {
        Map<Id<Account>, SortedSet<String>> all = new HashMap<>(departments);
        known.forEach((account, names) -> {
            SortedSet<String> both = new TreeSet<>(departments(account));
            both.addAll(names);
            all.put(account, both);
        });
        return new WhitespaceMatrix(accounts, products, holdings, all);
    }

    /**
     * The same by families of products, or by any other word for them.
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
                departments);
    }

    /** The rows, by id; unmodifiable. */
    public SortedSet<Id<Account>> accounts() {
        return accounts;
    }

    /** The columns, by code; unmodifiable. */
    public SortedSet<String> products() {
        return products;
    }

    /** What an account has, anywhere; unmodifiable. */
    public SortedSet<String> owned(Id<Account> account) {
        return view(owned.get(account));
    }

    /** What a department of an account has; unmodifiable. */
    public SortedSet<String> owned(Id<Account> account, String department) {
        return view(ownedIn.get(new AccountDepartment(account, department)));
    }

    /** What an account doesn't have. */
    public SortedSet<String> missing(Id<Account> account) {
        return without(products, owned(account));
    }

    /** What a department of an account doesn't have. */
    public SortedSet<String> missing(Id<Account> account, String department) {
        return without(products, owned(account, department));
    }

    /** Where an account has anything or is said to have people; unmodifiable. */
    public SortedSet<String> departments(Id<Account> account) {
        return view(departments.get(account));
    }

    /** Who has a product; unmodifiable. */
    public SortedSet<Id<Account>> owners(String product) {
        return view(owners.get(product));
    }

    /** The share of the accounts that have a product, 0 to 1; 0 if there are no accounts. */
    public double penetration(String product) {
        return accounts.isEmpty() ? 0 : (double) owners(product).size() / accounts.size();
    }

    /** How many fields of accounts and products are white. */
    public long whitespaceCount() {
        long taken = owned.values().stream().mapToLong(Set::size).sum();
        return (long) accounts.size() * products.size() - taken;
    }

    private static <V> SortedSet<V> view(@Nullable SortedSet<V> set) {
        return set == null ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(set);
    }

    private static SortedSet<String> without(SortedSet<String> all, SortedSet<String> some) {
        SortedSet<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
