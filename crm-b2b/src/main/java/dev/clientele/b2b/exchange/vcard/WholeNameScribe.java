package dev.clientele.b2b.exchange.vcard;

import ezvcard.VCardDataType;
import ezvcard.VCardVersion;
import ezvcard.io.ParseContext;
import ezvcard.io.scribe.StructuredNameScribe;
import ezvcard.parameter.VCardParameters;
import ezvcard.property.StructuredName;

/** The property N with commas as part of names, as 2.1 has them: later versions would cut {@code Smith, Jr.} at its comma. */
final class WholeNameScribe extends StructuredNameScribe {

    @Override
    protected StructuredName _parseText(
            String value, VCardDataType dataType, VCardParameters parameters, ParseContext context) {
        VCardVersion version = context.getVersion();
        context.setVersion(VCardVersion.V2_1);
        try {
            return super._parseText(value, dataType, parameters, context);
        } finally {
            context.setVersion(version);
        }
    }
}
