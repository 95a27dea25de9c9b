package dev.clientele.b2b.deal.stakeholder;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.clientele.b2b.account.Contact;
import dev.clientele.b2b.deal.pipeline.BuyingRole;
import dev.clientele.core.entity.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stakeholders of one deal together. Pure; immutable and thread-safe.
 *
 * @param stakeholders the stakeholders
 * @param required the roles that a purchase needs, without repeats
 * @param lastContact the time of the last interaction with each contact; contacts without one are left out
 */
public record BuyingGroup(
        List<Stakeholder> stakeholders, Set<BuyingRole> required, Map<Id<Contact>, Instant> lastContact) {

    private static final double MIN_ROLE_COVERAGE = 0.5;

    /** Copies the collections. */
    public BuyingGroup {
        stakeholders = List.copyOf(stakeholders);
        required = ImmutableSet.copyOf(required);
        lastContact = ImmutableMap.copyOf(lastContact);
    }

    /** Returns the roles that engaged stakeholders hold. */
    public Set<BuyingRole> engagedRoles() {
        return stakeholders.stream()
                .filter(stakeholder -> stakeholder.engagement().isEngaged())
                .map(Stakeholder::role)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Returns the required roles that no engaged stakeholder holds, in the order in which they are required. */
    public List<BuyingRole> missingRoles() {
        Set<BuyingRole> engaged = engagedRoles();
        return required.stream().filter(role -> !engaged.contains(role)).toList();
    }

    /** Returns the share of required roles that are engaged, 0 to 1; 1 if none is required. */
    public double roleCoverage() {
        return required.isEmpty()
                ? 1
                : (double) (required.size() - missingRoles().size()) / required.size();
    }

    /** Counts the engaged contacts. */
    public int engagedContacts() {
        return (int) stakeholders.stream()
                .filter(stakeholder -> stakeholder.engagement().isEngaged())
                .map(Stakeholder::contact)
                .distinct()
                .count();
    }

    /** Returns whether the deal hangs on one contact or none: it is lost when that person leaves. */
    public boolean isSingleThreaded() {
        return engagedContacts() < 2;
    }

    /** Returns the time of the last interaction with a contact, or null if there was none. */
    public @Nullable Instant lastContact(Id<Contact> contact) {
        return lastContact.get(contact);
    }

    /**
     * Finds the risks, the severe first.
     *
     * @param now against which silence is measured
     * @param silence after how long without contact somebody of much influence is out of touch
     */
    public List<StakeholderRisk> risks(Instant now, Duration silence) {
        List<StakeholderRisk> risks = new ArrayList<>();
        for (Stakeholder stakeholder : stakeholders) {
            if (stakeholder.isOpposed()) {
                boolean severe = stakeholder.influence() == Influence.HIGH;
                risks.add(new StakeholderRisk(
                        StakeholderRisk.StakeholderRiskKind.BLOCKER,
                        severe,
                        "somebody of " + words(stakeholder.influence()) + " influence is against it ("
                                + stakeholder.role() + ")"));
            }
        }
        if (isSingleThreaded()) {
            int engaged = engagedContacts();
            risks.add(new StakeholderRisk(
                    StakeholderRisk.StakeholderRiskKind.SINGLE_THREADED,
                    true,
                    engaged == 0 ? "we talk to nobody" : "we talk to one person only"));
        }
        missingRoles()
                .forEach(role -> risks.add(new StakeholderRisk(
                        StakeholderRisk.StakeholderRiskKind.MISSING_ROLE, false, "nobody is engaged as " + role)));
        if (stakeholders.stream().noneMatch(BuyingGroup::isForUs)) {
            risks.add(new StakeholderRisk(
                    StakeholderRisk.StakeholderRiskKind.NO_ADVOCATE, false, "nobody works for us inside"));
        }
        long quiet = stakeholders.stream()
                .filter(stakeholder -> stakeholder.influence() == Influence.HIGH)
                .map(Stakeholder::contact)
                .distinct()
                .filter(contact -> isQuiet(contact, now, silence))
                .count();
        if (quiet > 0) {
            risks.add(new StakeholderRisk(
                    StakeholderRisk.StakeholderRiskKind.OUT_OF_TOUCH,
                    false,
                    quiet + " of much influence without contact for more than " + silence.toDays() + " days"));
        }
        risks.sort((one, other) -> Boolean.compare(other.severe(), one.severe()));
        return List.copyOf(risks);
    }

    /**
     * Rates the group: red if something severe is wrong or less than half of the required roles are engaged, amber if
     * anything else is wrong, green otherwise; the reasons are the {@link #risks}.
     */
    public RagStatus ragStatus(Instant now, Duration silence) {
        List<StakeholderRisk> risks = risks(now, silence);
        if (roleCoverage() < MIN_ROLE_COVERAGE || risks.stream().anyMatch(StakeholderRisk::severe)) {
            return RagStatus.RED;
        }
        return risks.isEmpty() ? RagStatus.GREEN : RagStatus.AMBER;
    }

    private boolean isQuiet(Id<Contact> contact, Instant now, Duration silence) {
        Instant last = lastContact.get(contact);
        return last == null || last.isBefore(now.minus(silence));
    }

    private static boolean isForUs(Stakeholder stakeholder) {
        boolean byStanding = stakeholder.stance() == Stance.ADVOCATE;
        boolean byRole = stakeholder.role().equals(BuyingRole.CHAMPION) && stakeholder.stance() != Stance.OPPONENT;
        return (byStanding || byRole) && stakeholder.engagement().isEngaged();
    }

    private static String words(Influence influence) {
        return switch (influence) {
            case LOW -> "little";
            case MEDIUM -> "some";
            case HIGH -> "much";
        };
    }
}
