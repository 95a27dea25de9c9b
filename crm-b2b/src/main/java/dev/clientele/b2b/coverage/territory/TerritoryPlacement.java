package dev.clientele.b2b.coverage.territory;

import dev.clientele.b2b.team.Territory;
import dev.clientele.core.entity.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The territory of an account by the rules, and its explanation.
 *
 * @param territory the territory, or null if no rule is met
 * @param path the codes of the territories from the largest to that one; empty if there is none
 */
public record TerritoryPlacement(@Nullable Id<Territory> territory, List<String> path) {

    /** The placement of an account to which no rule leads. */
    public static final TerritoryPlacement UNASSIGNED = new TerritoryPlacement(null, List.of());

    /** Copies the path. */
    public TerritoryPlacement {
        path = List.copyOf(path);
    }

    /** Returns the placement in words, such as {@code EMEA > DE: all rules on the way are met}. */
    public String explanation() {
        return territory == null ? "no rule is met" : String.join(" > ", path) + ": all rules on the way are met";
    }
}
