package dev.clientele.b2b.account;

import dev.clientele.core.entity.Id;
import dev.clientele.core.value.MoneyTotals;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Accounts by who belongs to whom, and what anything amounts to over all that belong together. Immutable and thread-safe.
 *
 * <p>An account whose parent isn't among the given ones stands on top.
 */
public final class AccountTree {

    private final Map<Id<Account>, Account> accounts;
    private final Map<Id<Account>, List<Id<Account>>> below;
    private final List<Id<Account>> tops;

    private AccountTree(Map<Id<Account>, Account> accounts) {
        this.accounts = accounts;
        this.below = new HashMap<>();
        this.tops = new ArrayList<>();
        accounts.forEach((id, account) -> parent(account)
                .ifPresentOrElse(
                        parent -> below.computeIfAbsent(parent, unused -> new ArrayList<>())
                                .add(id),
                        () -> tops.add(id)));
    }

    /**
     * The trees of these stored accounts.
     *
     * @throws IllegalArgumentException if parents lead round in a circle
     */
    public static AccountTree of(Collection<Account> accounts) {
        Map<Id<Account>, Account> byId = new LinkedHashMap<>();
        accounts.forEach(account -> byId.put(account.id(), account));
        AccountTree tree = new AccountTree(Collections.unmodifiableMap(byId));
        if (tree.fromTheTop().size() != byId.size()) {
            throw new IllegalArgumentException("accounts must not lead round in a circle by their parents");
        }
        return tree;
    }

    /** All accounts, in the order given. */
    public Collection<Account> accounts() {
        return accounts.values();
    }

    /** The accounts that belong to no other one of these. */
    public List<Account> tops() {
        return tops.stream().map(this::account).toList();
    }

    /** The accounts that belong to this one directly. */
    public List<Account> below(Id<Account> id) {
        return below.getOrDefault(account(id).id(), List.of()).stream()
                .map(this::account)
                .toList();
    }

    /** An account and all below it, each above those that belong to it. */
    public List<Account> family(Id<Account> id) {
        return walk(List.of(account(id).id())).stream().map(this::account).toList();
    }

    /**
     * For each account its own figure together with those of all below it.
     *
     * @param own an account's own figure
     * @param sum adds two figures; associative
     */
    public <V> Map<Id<Account>, V> rollUp(Function<Account, V> own, BinaryOperator<V> sum) {
        Map<Id<Account>, V> totals = new LinkedHashMap<>();
        List<Id<Account>> order = fromTheTop();
        for (int i = order.size() - 1; i >= 0; i--) {
            Account account = account(order.get(i));
            V total = own.apply(account);
            for (Id<Account> child : below.getOrDefault(account.id(), List.of())) {
                total = sum.apply(total, totals.get(child));
            }
            totals.put(account.id(), total);
        }
        return Collections.unmodifiableMap(totals);
    }

    /** As {@link #rollUp} for money; an account without a figure counts nothing. */
    public Map<Id<Account>, MoneyTotals> rollUp(Map<Id<Account>, MoneyTotals> own) {
        return rollUp(account -> own.getOrDefault(account.id(), MoneyTotals.empty()), MoneyTotals::plus);
    }

    private Account account(Id<Account> id) {
        Account account = accounts.get(id);
        if (account == null) {
            throw new IllegalArgumentException("the tree has no account " + id);
        }
        return account;
    }

    private Optional<Id<Account>> parent(Account account) {
        return account.find(Account.PARENT).filter(accounts::containsKey);
    }

    private List<Id<Account>> fromTheTop() {
        return walk(tops);
    }

    private List<Id<Account>> walk(List<Id<Account>> from) {
        List<Id<Account>> order = new ArrayList<>();
        Deque<Id<Account>> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Id<Account> next = open.removeFirst();
            order.add(next);
            open.addAll(below.getOrDefault(next, List.of()));
        }
        return order;
    }
}
