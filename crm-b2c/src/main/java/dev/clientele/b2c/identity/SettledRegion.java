package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.resolution.Resolution;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A region with what was decided about it; the plans hold the records as they were before. */
record SettledRegion(
        Resolution resolution, List<PersonPlan> plans, Set<UUID> usable, List<IdentityDecision> decisions) {}
