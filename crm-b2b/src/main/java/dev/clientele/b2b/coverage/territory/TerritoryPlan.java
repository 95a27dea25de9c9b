package dev.clientele.b2b.coverage.territory;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.entity.Id;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of all territories together. Pure, immutable and thread-safe.
 *
 * <p>An account lies in a territory if it meets the rule of it and those of all territories that this one is part of; a
 * territory without a rule is a mere heading and asks for nothing. From the top down, the first that fits is taken, those of a
 * lower place before others and then by code, and within it the first part that fits: so an account lies as deep as the rules
 * lead. It doesn't lie in a heading itself.
 */
public final class TerritoryPlan {

    private final ListMultimap<Id<Territory>, Territory> parts = ArrayListMultimap.create();
    private final List<Territory> roots = new ArrayList<>();
    private final Map<Id<Territory>, Criteria> criteria = new HashMap<>();

    private TerritoryPlan(Collection<Territory> territories, Collection<TerritoryRule> rules) {
        Map<Id<Territory>, Long> places = new HashMap<>();
        Set<Id<Territory>> known = new HashSet<>();
        for (TerritoryRule rule : rules) {
            criteria.put(rule.territory(), rule.criteria());
            places.put(rule.territory(), rule.rank());
        }
        territories.forEach(territory -> known.add(territory.id()));
        Comparator<Territory> order = Comparator.<Territory>comparingLong(
                        territory -> places.getOrDefault(territory.id(), Long.MAX_VALUE))
                .thenComparing(Territory::code);
        for (Territory territory : territories.stream().sorted(order).toList()) {
            Id<Territory> parent = territory.get(Territory.PARENT);
            if (parent == null || !known.contains(parent)) {
                roots.add(territory);
            } else {
                parts.put(parent, territory);
            }
        }
    }

    /** Returns a plan of these territories and rules. */
    public static TerritoryPlan of(Collection<Territory> territories, Collection<TerritoryRule> rules) {
        return new TerritoryPlan(territories, rules);
    }

    /** Finds the territory of an account by the rules. */
    public TerritoryPlacement place(Account account, Instant now) {
        TerritoryPlacement found = first(roots, account, now, List.of());
        return found == null ? TerritoryPlacement.UNASSIGNED : found;
    }

    /**
     * Returns the territory that an account is to be in: the one by the rules; but its present one if that was set by
     * hand, or if no rule is met and there is none for the territory that it is in.
     */
    public @Nullable Id<Territory> targetTerritory(Account account, Instant now) {
        Id<Territory> present = account.get(Account.TERRITORY);
        if (account.getOrDefault(Account.TERRITORY_PINNED, false)) {
            return present;
        }
        Id<Territory> placed = place(account, now).territory();
        return placed == null && !criteria.containsKey(present) ? present : placed;
    }

    private @Nullable TerritoryPlacement first(
            List<Territory> among, Account account, Instant now, List<String> above) {
        for (Territory territory : among) {
            TerritoryPlacement found = within(territory, account, now, above);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable TerritoryPlacement within(Territory territory, Account account, Instant now, List<String> above) {
        Criteria rule = criteria.get(territory.id());
        if (rule != null && !account.matches(rule, now)) {
            return null;
        }
        List<String> path = new ArrayList<>(above);
        path.add(territory.code());
        TerritoryPlacement deeper = first(parts.get(territory.id()), account, now, path);
        return deeper != null || rule == null ? deeper : new TerritoryPlacement(territory.id(), path);
    }
}
