package dev.clientele.b2b.lead;

import dev.clientele.core.CrmSession;

/** What else is to be done as a lead is converted, such as taking open tasks along. Thread-safe. */
@FunctionalInterface
public interface LeadConversionStep {

    /**
     * Is called within the transaction of a conversion, once it has stored everything; what it throws undoes all of it.
     *
     * @param tx the session of the transaction
     * @param converted what has become of the lead
     */
    void afterConversion(CrmSession tx, ConvertedLead converted);
}
