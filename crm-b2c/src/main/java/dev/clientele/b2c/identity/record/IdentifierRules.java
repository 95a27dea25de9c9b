package dev.clientele.b2c.identity.record;

import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of all identifier types, by priority. Identifiers of types without a rule are kept and never link. Immutable and
 * thread-safe.
 *
 * @param rules in the order of priority, one for each type
 */
public record IdentifierRules(List<IdentifierRule> rules) {

    private static final Comparator<IdentifierRule> ORDER =
            Comparator.comparingInt(IdentifierRule::priority).thenComparing(IdentifierRule::type);

    /** Sorts the rules and checks that no type has two. */
    public IdentifierRules {
        rules = rules.stream().sorted(ORDER).toList();
        Set<String> types = new HashSet<>();
        if (!rules.stream().allMatch(rule -> types.add(rule.type()))) {
            throw new InvalidValueException("rules", ViolationCode.FORM, "must have one rule for each type");
        }
    }

    /**
     * Returns the usual rules.
     *
     * <table>
     * <caption>Standard rules, the strongest first</caption>
     * <tr><th>type</th><th>values of a person</th><th>people who may share a value</th></tr>
     * <tr><td>external-id</td><td>any</td><td>any</td></tr>
     * <tr><td>user</td><td>1, exclusive</td><td>any</td></tr>
     * <tr><td>loyalty-card</td><td>5</td><td>4</td></tr>
     * <tr><td>email</td><td>20</td><td>4</td></tr>
     * <tr><td>phone</td><td>20</td><td>4</td></tr>
     * <tr><td>device</td><td>100</td><td>1</td></tr>
     * <tr><td>cookie</td><td>1000</td><td>1</td></tr>
     * </table>
     */
    public static IdentifierRules standard() {
        return new IdentifierRules(List.of(
                IdentifierRule.of(IdentifierType.EXTERNAL_ID, 10).blocking(BlockedValues.none()),
                IdentifierRule.of(IdentifierType.USER, 20).asExclusive(),
                IdentifierRule.of(IdentifierType.LOYALTY_CARD, 30)
                        .atMostPerPerson(5)
                        .atMostPersons(4),
                IdentifierRule.of(IdentifierType.EMAIL, 40).atMostPerPerson(20).atMostPersons(4),
                IdentifierRule.of(IdentifierType.PHONE, 50).atMostPerPerson(20).atMostPersons(4),
                IdentifierRule.of(IdentifierType.DEVICE, 60)
                        .atMostPerPerson(100)
                        .atMostPersons(1),
                IdentifierRule.of(IdentifierType.COOKIE, 70)
                        .atMostPerPerson(1000)
                        .atMostPersons(1)));
    }

    /** Returns these rules with one added, or put in place of that of its type. */
    public IdentifierRules with(IdentifierRule rule) {
        List<IdentifierRule> more = new ArrayList<>(without(new IdentifierType(rule.type())).rules);
        more.add(rule);
        return new IdentifierRules(more);
    }

    /** Returns these rules without that of a type: its values don't link any more. */
    public IdentifierRules without(IdentifierType type) {
        return new IdentifierRules(
                rules.stream().filter(rule -> !rule.type().equals(type.name())).toList());
    }

    /** Returns the rule of a type by its name. */
    public Optional<IdentifierRule> find(String type) {
        return rules.stream().filter(rule -> rule.type().equals(type)).findFirst();
    }

    /** Returns whether an identifier can link records: its type has a rule that doesn't block its value. */
    public boolean isLinking(Identifier identifier) {
        return find(identifier.type())
                .filter(rule -> !rule.blocked().contains(identifier.value()))
                .isPresent();
    }
}
