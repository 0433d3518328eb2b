package io.keyholder.web.csv;

import de.siegmar.fastcsv.writer.QuoteStrategy;
import org.jspecify.annotations.Nullable;

/** Quotes every cell but those of the first line, which are names of ours. */
final class QuotedBelowHeader implements QuoteStrategy {

    @Override
    public boolean quoteNull(int lineNo, int fieldIdx) {
        return lineNo > 1;
    }

    @Override
    public boolean quoteEmpty(int lineNo, int fieldIdx) {
        return lineNo > 1;
    }

    @Override
    public boolean quoteValue(int lineNo, int fieldIdx, @Nullable String value) {
        return lineNo > 1;
    }
}
