package dev.clientele.b2b.partner;

import com.google.common.collect.ImmutableMap;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joda.money.Money;

/**
 * The shares of sourced revenue that partners are paid as commission. The share agreed with a partner goes before the
 * one of its type, and a type that isn't named is paid nothing. Influence isn't paid. Immutable and thread-safe.
 *
 * @param shares by type, each 0 to 1
 */
public record CommissionPlan(Map<PartnerType, BigDecimal> shares) {

    /** Copies the map, and checks the shares. */
    public CommissionPlan {
        shares = ImmutableMap.copyOf(shares);
        shares.forEach((type, share) -> {
            if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new InvalidValueException(
                        "", ViolationCode.RANGE, "the share of " + type + " must be 0 to 1, got " + share);
            }
        });
    }

    /** Returns a plan that pays nobody unless a share is agreed with the partner. */
    public static CommissionPlan none() {
        return new CommissionPlan(Map.of());
    }

    /** Returns a copy with this share for a type. */
    public CommissionPlan withShare(PartnerType type, String share) {
        Map<PartnerType, BigDecimal> more = new LinkedHashMap<>(shares);
        more.put(type, new BigDecimal(share));
        return new CommissionPlan(more);
    }

    /** Returns the share that a partner is paid. */
    public BigDecimal share(Partner partner) {
        return partner.find(Partner.COMMISSION).orElse(shares.getOrDefault(partner.partnerType(), BigDecimal.ZERO));
    }

    /** Computes a partner's commission on the revenue it sourced, rounded half to even. */
    public Money commission(Partner partner, Money sourced) {
        return sourced.multipliedBy(share(partner), RoundingMode.HALF_EVEN);
    }
}
