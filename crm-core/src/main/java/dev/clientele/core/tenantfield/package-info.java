/**
 * Fields that a tenant's administrator defines while programs run.
 *
 * <p>{@link dev.clientele.core.tenantfield.TenantFields} lets tenants do so for a record type; it is kept as a constant and given to
 * the {@code Crm}:
 *
 * <pre>{@code
 * static final TenantFields<Vessel> MORE = TenantFields.of(Vessel.TYPE);
 *
 * Crm crm = Crm.on(storage).type(Vessel.TYPE).types(MORE.types()).build();
 * }</pre>
 *
 * <p>What a tenant has defined is kept as records, each a {@link dev.clientele.core.tenantfield.TenantField} with a {@link
 * dev.clientele.core.tenantfield.TenantFieldKind}, and for a choice its {@link dev.clientele.core.tenantfield.TenantFieldCode}s;
 * {@link dev.clientele.core.tenantfield.TenantFieldDefinitions} defines and retires them. Values are read, written and asked for by
 * a {@link dev.clientele.core.tenantfield.TenantFieldHandle}, which for values with an order is an {@link
 * dev.clientele.core.tenantfield.OrderedTenantField} and for sets of texts a {@link dev.clientele.core.tenantfield.TextSetTenantField}:
 *
 * <pre>{@code
 * MORE.definitions(session).define(TenantField.of("crane_load", TenantFieldKind.DECIMAL, "Crane load, t"));
 *
 * OrderedTenantField<Vessel, BigDecimal> craneLoad = MORE.decimal("crane_load");
 * vessels.save(craneLoad.with(aurora, new BigDecimal("12.5")));
 * vessels.query(Vessel.KIND.is(Kind.TANKER).and(craneLoad.above(BigDecimal.TEN))).page(20);
 * }</pre>
 *
 * <p>Values are checked where the record is stored; what the tenant hasn't defined, or not so, is an {@code InvalidException} with a path
 * such as {@code tenant_fields.crane_load}. Criteria on them are evaluated by the library: see {@link
 * dev.clientele.core.tenantfield.TenantFieldHandle} for what that costs.
 */
@NullMarked
package dev.clientele.core.tenantfield;

import org.jspecify.annotations.NullMarked;
