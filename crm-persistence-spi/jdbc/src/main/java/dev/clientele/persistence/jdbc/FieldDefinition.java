package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.CorruptDataException;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.FieldType;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text form of a field's declaration in the schema record: {@code text(40)}, {@code decimal(2)}, {@code real
 * computed}. */
final class FieldDefinition {

    private static final Pattern FORM = Pattern.compile("([a-z_]+)(?:\\((\\d+)\\))?( computed)?");

    private FieldDefinition() {}

    static String of(DeclaredField field) {
        String type = field.type().name().toLowerCase(Locale.ROOT);
        String numbered = switch (field.type()) {
            case TEXT, TEXT_SET -> type + "(" + field.limit() + ")";
            case DECIMAL -> type + "(" + field.scale() + ")";
            default -> type;
        };
        return field.computed() ? numbered + " computed" : numbered;
    }

    static DeclaredField parse(String name, String definition) {
        Matcher matcher = FORM.matcher(definition);
        if (!matcher.matches()) {
            throw new CorruptDataException("the recorded definition of the field " + name + " can't be read", null);
        }
        try {
            FieldType type = FieldType.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
            int number = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
            return new DeclaredField(
                    name,
                    type,
                    type == FieldType.DECIMAL ? 0 : number,
                    type == FieldType.DECIMAL ? number : 0,
                    matcher.group(3) != null);
        } catch (IllegalArgumentException e) {
            throw new CorruptDataException("the recorded definition of the field " + name + " can't be read", e);
        }
    }

    /** Tells whether every value that fits the one fits the other. */
    static boolean widens(DeclaredField from, DeclaredField to) {
        return from.type() == to.type()
                && from.computed() == to.computed()
                && from.limit() <= to.limit()
                && from.scale() <= to.scale();
    }
}
