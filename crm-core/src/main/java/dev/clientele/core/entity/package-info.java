/**
 * Declared record types: from the declaration of its fields everything else about a record follows.
 *
 * <p>A type is a final class with its fields as constants:
 *
 * <pre>{@code
 * public final class Vessel extends Entity<Vessel> {
 *     private static final EntityTypeBuilder<Vessel> DECLARE = EntityType.define("vessel", Vessel::new);
 *
 *     public static final TextField<Vessel> NAME = DECLARE.text("name", 120, Trait.REQUIRED, Trait.SEARCHABLE);
 *     public static final OrderedField<Vessel, Long> TONNAGE = DECLARE.integer("tonnage");
 *     public static final MoneyField<Vessel> CHARTER_RATE = DECLARE.money("charter_rate");
 *
 *     public static final EntityType<Vessel> TYPE = DECLARE.build();
 *
 *     private Vessel(EntityState<Vessel> state) { super(state); }
 *
 *     public static Vessel named(String name) { return TYPE.newEntity().with(NAME, name); }
 * }
 * }</pre>
 *
 * <p>Given to {@code Crm.on(storage).type(Vessel.TYPE)}, it can be added, saved, found by typed criteria ({@code
 * Vessel.TONNAGE.atLeast(5000L)}), paged, streamed, aggregated, and has a history, through a {@link
 * dev.clientele.core.entity.Repository}. The library's own types are declared through the same door. A custom field is
 * declared on {@link dev.clientele.core.entity.EntityType#extend}:
 *
 * <pre>{@code
 * EntityTypeBuilder<Vessel> extend = Vessel.TYPE.extend();
 * OrderedField<Vessel, Long> crew = extend.integer("crew");
 * Crm crm = Crm.on(storage).type(extend.build()).build();
 * }</pre>
 *
 * <p>Two plug-ins that extend one type do so under names of their own, {@link
 * dev.clientele.core.entity.EntityType#extend(String)}, and a {@code Crm} combines what they add; an {@link
 * dev.clientele.core.entity.ExtensionClashException} names both where they give different things one name. Fields that a tenant defines
 * while programs run are those of {@code dev.clientele.core.tenantfield}.
 *
 * <p>A type changes while records are stored and programs run. A field with another name or type is declared as a step, with the
 * older field beside it as {@link dev.clientele.core.entity.Trait#FORMER}:
 *
 * <pre>{@code
 * EntityTypeBuilder<Vessel> later = Vessel.TYPE.extend();
 * OrderedField<Vessel, Long> before = later.integer("crew", Trait.FORMER);
 * OrderedField<Vessel, Long> crewSize = later.integer("crew_size");
 * Crm upgraded = Crm.on(storage).type(later.renamed(before, crewSize).build()).build();
 * }</pre>
 *
 * <p>Records of either form are read then, and written in both, so that programs of both versions can run for a while; {@link
 * dev.clientele.core.entity.NewerRecords} says what an older program does with a newer form. For any other change there is
 * {@link dev.clientele.core.entity.EntityTypeBuilder#upcast}. Whoever defines a type and each who extends it have a chain of
 * such versions of their own.
 *
 * <p>{@link dev.clientele.core.entity.Entity} has an identity and changes; {@link dev.clientele.core.entity.Event} happened
 * once and stays, in an {@link dev.clientele.core.entity.EventLog}. What their declarations, {@link
 * dev.clientele.core.entity.EntityType} and {@link dev.clientele.core.entity.EventType}, have in common is {@link
 * dev.clientele.core.entity.RecordType}: the name, the fields, the references, the inventory of personal data. A {@link
 * dev.clientele.core.entity.Field} makes criteria and reads and checks values; {@link dev.clientele.core.entity.Trait}s say what
 * is special about it. Everything here is immutable and thread-safe but for the builders.
 *
 * <p>Fields are declared by {@link dev.clientele.core.entity.FieldDeclarations}, the common half of the builders, and
 * versions of a type by {@link dev.clientele.core.entity.VersionedDeclarations}; of the builders {@link dev.clientele.core.entity.EventTypeBuilder} makes events of their
 * {@link dev.clientele.core.entity.EventState}. A {@link dev.clientele.core.entity.ColumnField} can be compared,
 * sorted by and grouped by: {@link dev.clientele.core.entity.CodedField}, {@link dev.clientele.core.entity.FlagField},
 * {@link dev.clientele.core.entity.ReferenceField} and {@link dev.clientele.core.entity.TextSetField} are such. A
 * {@link dev.clientele.core.entity.BodyField} lives in the JSON body alone. What entities and events share is a
 * {@link dev.clientele.core.entity.TypedRecord}; an {@link dev.clientele.core.entity.Id} is typed by its record, and a
 * {@link dev.clientele.core.entity.RecordWrite} is what a rule over the writes of a type judges.
 *
 * <p>What a machine computes about records is declared as a field with {@link dev.clientele.core.entity.Trait#COMPUTED}, and
 * stored in bulk, beside what people write, by {@link dev.clientele.core.entity.ComputedRow}s:
 *
 * <pre>{@code
 * public static final OrderedField<Vessel, Double> RISK = DECLARE.real("risk", Trait.COMPUTED, Trait.INDEXED);
 *
 * Stream<ComputedRow<Vessel>> rows = risks.stream().map(it -> Vessel.TYPE.computed(it.vessel()).with(Vessel.RISK, it.value()));
 * vessels.compute(List.of(Vessel.RISK), rows);
 * }</pre>
 *
 * <p>The {@link dev.clientele.core.entity.ComputeResult} names the records that are gone.
 *
 * <p>A repository answers with a {@link dev.clientele.core.entity.Selection}, which is narrowed, sorted, counted and
 * read by the {@link dev.clientele.core.entity.Page}. Who needs little of many records asks it for a {@link
 * dev.clientele.core.entity.ColumnSelection}, whose {@link dev.clientele.core.entity.RecordColumns} are read without
 * their bodies. A {@link dev.clientele.core.entity.ForwardingRepository} is the
 * base of collections that know more verbs than those of any repository.
 */
@NullMarked
package dev.clientele.core.entity;

import org.jspecify.annotations.NullMarked;
