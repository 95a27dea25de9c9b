package dev.clientele.core.tenantfield;

import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.value.NamedValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A field that a tenant has defined for one of its record types. Record type, name and kind stay; label, codes and the rest can change.
 * Immutable and thread-safe.
 */
public final class TenantField extends Entity<TenantField> {

    private static final int MAX_CODES = 500;
    private static final EntityTypeBuilder<TenantField> DECLARE = EntityType.define("tenant_field", TenantField::new);

    /** The record type that has the field. */
    public static final TextField<TenantField> RECORD_TYPE = DECLARE.key("record_type", 48, Trait.REQUIRED);
    /** The name in JSON and criteria. */
    public static final TextField<TenantField> NAME = DECLARE.key("name", 48, Trait.REQUIRED);
    /** The word that people read. */
    public static final TextField<TenantField> LABEL = DECLARE.text("label", 200, Trait.REQUIRED);
    /** The kind of its values. */
    public static final CodedField<TenantField, TenantFieldKind> KIND =
            DECLARE.choice("kind", TenantFieldKind.class, Trait.REQUIRED);
    /** Whether new records need a value. */
    public static final FlagField<TenantField> NEEDS_VALUE = DECLARE.flag("needs_value");
    /** Whether it takes no new values. */
    public static final FlagField<TenantField> RETIRED = DECLARE.flag("retired");
    /** The codes of a choice. */
    public static final BodyField<TenantField, List<TenantFieldCode>> CODES =
            DECLARE.list("codes", TenantFieldCode.class, MAX_CODES);

    /** The declaration of this type. */
    public static final EntityType<TenantField> TYPE = DECLARE.uniqueKey("record_type_and_name", RECORD_TYPE, NAME)
            .rule(TenantField::violations)
            .changeRule(TenantField::changeViolations)
            .build();

    private TenantField(EntityState<TenantField> state) {
        super(state);
    }

    /**
     * Returns the draft of a field of any kind but a choice.
     *
     * @param name lower-case letters, digits and underscores, starting with a letter, at most 48
     */
    public static TenantField of(String name, TenantFieldKind kind, String label) {
        return TYPE.newEntity().with(NAME, name).with(KIND, kind).with(LABEL, label);
    }

    /** Returns the draft of a choice of these codes, 1 to 500. */
    public static TenantField choice(String name, String label, TenantFieldCode... codes) {
        return of(name, TenantFieldKind.CHOICE, label).with(CODES, Arrays.asList(codes));
    }

    /** Returns a copy that new records need a value in. */
    public TenantField required() {
        return with(NEEDS_VALUE, true);
    }

    /** Returns the name. */
    public String name() {
        return require(NAME);
    }

    /** Returns the kind of its values. */
    public TenantFieldKind kind() {
        return require(KIND);
    }

    /** Returns whether new records need a value. */
    public boolean isRequired() {
        return getOrDefault(NEEDS_VALUE, false) && !isRetired();
    }

    /** Returns whether it takes no new values. */
    public boolean isRetired() {
        return getOrDefault(RETIRED, false);
    }

    boolean hasCode(String code) {
        return getOrDefault(CODES, List.of()).stream()
                .anyMatch(one -> one.code().equals(code));
    }

    private static List<Violation> violations(TenantField field) {
        List<Violation> violations = new ArrayList<>();
        try {
            NamedValues.requireName(field.name());
        } catch (InvalidValueException e) {
            violations.add(e.violation().under(NAME.name()));
        }
        List<TenantFieldCode> codes = field.getOrDefault(CODES, List.of());
        if ((field.kind() == TenantFieldKind.CHOICE) == codes.isEmpty()) {
            violations.add(
                    new Violation(CODES.name(), ViolationCode.REQUIRED, "belong to a choice, and to nothing else"));
        }
        if (codes.stream().map(TenantFieldCode::code).distinct().count() < codes.size()) {
            violations.add(new Violation(CODES.name(), ViolationCode.REPEATED, "has a code twice"));
        }
        return violations;
    }

    private static List<Violation> changeViolations(TenantField before, TenantField after) {
        boolean stayed = Objects.equals(before.get(RECORD_TYPE), after.get(RECORD_TYPE))
                && before.name().equals(after.name())
                && before.kind() == after.kind();
        return stayed
                ? List.of()
                : List.of(new Violation(
                        KIND.name(),
                        ViolationCode.FIXED,
                        "stays, as do record type and name: retire the field and define another"));
    }

    /** Returns the exception of a definition that was to be removed. */
    static InvalidException removed() {
        return InvalidException.of(
                TYPE.name(),
                new Violation("", ViolationCode.FIXED, "a field that was defined is retired, not removed"));
    }
}
