package dev.clientele.b2b.lead;

import dev.clientele.core.CrmSession;

/** A further step of each lead conversion, such as taking open tasks along. Thread-safe. */
@FunctionalInterface
public interface LeadConversionStep {

    /**
     * Runs within the transaction of a conversion, once the conversion has stored everything; an exception undoes all
     * of it.
     *
     * @param tx the session of the transaction
     * @param converted the result of the conversion
     */
    void afterConversion(CrmSession tx, ConvertedLead converted);
}
