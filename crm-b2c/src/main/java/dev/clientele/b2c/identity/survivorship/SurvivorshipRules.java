package dev.clientele.b2c.identity.survivorship;

import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules by which the fields of a person are chosen from what several records say. Fields without a rule take what was said last, what people
 * entered before everything else. Immutable and thread-safe.
 *
 * <pre>{@code
 * SurvivorshipRules.standard()
 *         .trusting("crm", "shop")
 *         .with(FieldRule.of(Person.BIRTH_DATE, SurvivorshipChoice.SOURCE_PRIORITY));
 * }</pre>
 *
 * @param rules by the names of their fields, one for each
 * @param sources the most trusted first; those that aren't named follow
 */
public record SurvivorshipRules(List<FieldRule> rules, List<String> sources) {

    /** Sorts the rules and checks that no field has two. */
    public SurvivorshipRules {
        rules = rules.stream().sorted(Comparator.comparing(FieldRule::field)).toList();
        sources = List.copyOf(sources);
        Set<String> fields = new HashSet<>();
        if (!rules.stream().allMatch(rule -> fields.add(rule.field()))) {
            throw new InvalidValueException("rules", ViolationCode.FORM, "must have one rule for each field");
        }
    }

    /**
     * Returns the usual rules: of the loyalty number and the contact points the verified ones first, of everything else what was said
     * last; what people entered is the strongest.
     */
    public static SurvivorshipRules standard() {
        return new SurvivorshipRules(
                List.of(
                        FieldRule.of(Person.LOYALTY_NUMBER, SurvivorshipChoice.VERIFIED_FIRST),
                        FieldRule.of(Person.CONTACT_POINTS, SurvivorshipChoice.VERIFIED_FIRST)),
                List.of(SourceRecord.BY_HAND));
    }

    /** Returns these rules with one added, or put in place of that of its field. */
    public SurvivorshipRules with(FieldRule rule) {
        List<FieldRule> more = new ArrayList<>(rules);
        more.removeIf(each -> each.field().equals(rule.field()));
        more.add(rule);
        return new SurvivorshipRules(more, sources);
    }

    /** Returns these rules with another order of sources, the most trusted first. */
    public SurvivorshipRules trusting(String... mostFirst) {
        return new SurvivorshipRules(rules, List.of(mostFirst));
    }

    /** Returns the rule of a field by its name, with the order of sources that counts for it. */
    public FieldRule of(String field) {
        for (FieldRule rule : rules) {
            if (rule.field().equals(field)) {
                return rule.sources().isEmpty() ? new FieldRule(field, rule.choice(), sources, rule.handFirst()) : rule;
            }
        }
        return new FieldRule(field, SurvivorshipChoice.MOST_RECENT, sources, true);
    }
}
