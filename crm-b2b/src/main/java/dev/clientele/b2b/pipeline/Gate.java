package dev.clientele.b2b.pipeline;

import dev.clientele.core.criteria.CriteriaJson;
import dev.clientele.core.entity.Field;
import dev.clientele.core.text.TextRule;
import dev.clientele.persistence.criteria.Criteria;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a deal before it passes into or out of a stage. Immutable and thread-safe.
 *
 * @param fields names of the opportunity's fields that must have a value
 * @param conditions criteria that the deal must meet
 */
public record Gate(List<String> fields, List<Condition> conditions) {

    private static final Gate OPEN = new Gate(List.of(), List.of());

    /**
     * A criteria on a deal, and what it asks for in words.
     *
     * @param label what is asked for, to be shown to people: one line of at most 200 code points
     * @param criteria the JSON form of the criteria, on the fields of {@link Opportunity}
     */
    public record Condition(String label, String criteria) {

        private static final TextRule LABEL = TextRule.line(200);

        /** Checks the label and that the criteria can be read. */
        public Condition {
            label = LABEL.check("label", label);
            criteria = CriteriaJson.write(CriteriaJson.read(criteria));
        }

        /** The criteria. */
        public Criteria parsed() {
            return CriteriaJson.read(criteria);
        }
    }

    /** Copies the lists. */
    public Gate(@Nullable List<String> fields, @Nullable List<Condition> conditions) {
        this.fields = fields == null ? List.of() : List.copyOf(fields);
        this.conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }

    /** Lets everything pass. */
    public static Gate open() {
        return OPEN;
    }

    /** A gate that also asks for a value in this field. */
    public Gate requiring(Field<Opportunity, ?> field) {
        return new Gate(plus(fields, field.name()), conditions);
    }

    /**
     * A gate that also asks for a criteria to hold.
     *
     * @param label what is asked for, to be shown to people
     * @param criteria on the fields of {@link Opportunity}; times in it may be relative to the moment of the move
     */
    public Gate when(String label, Criteria criteria) {
        return new Gate(fields, plus(conditions, new Condition(label, CriteriaJson.write(criteria))));
    }

    private static <V> List<V> plus(List<V> list, V more) {
        List<V> result = new ArrayList<>(list);
        result.add(more);
        return result;
    }
}
