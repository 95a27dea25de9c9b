package dev.clientele.b2b.coverage.territory;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.entity.Id;
import org.jspecify.annotations.Nullable;

/**
 * An account's move from one territory to another.
 *
 * @param account the account
 * @param from where it was, or null if it was in none
 * @param to where it goes, or null if it leaves without coming into another
 */
public record TerritoryMove(
        Id<Account> account,
        @Nullable Id<Territory> from,
        @Nullable Id<Territory> to) {}
