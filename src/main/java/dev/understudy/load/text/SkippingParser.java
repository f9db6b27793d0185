package dev.understudy.load.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;

/** Cuts bytes in memory into JSON tokens, and can step over what is known already. */
final class SkippingParser extends UTF8StreamJsonParser {
    private SkippingParser(
            IOContext context, int features, ByteQuadsCanonicalizer names, byte[] text, int from, int end) {
        super(context, features, null, null, names, text, from, end, 0, false);
    }

    /** What is read; it may begin and end inside. */
    byte[] text() {
        return _inputBuffer;
    }

    /** The place behind the text. */
    int end() {
        return _inputEnd;
    }

    /** The place behind the last token. */
    int offset() {
        return _inputPtr;
    }

    /** Goes on at this place, behind what is well formed and on the same line. */
    void skipTo(int offset) {
        _inputPtr = offset;
    }

    /** Makes such parsers of bytes that are known to be UTF-8. */
    static final class Factory extends JsonFactory {
        private static final long serialVersionUID = 1;

        Factory(JsonFactoryBuilder settings) {
            super(settings);
        }

        @Override
        protected SkippingParser _createParser(byte[] text, int from, int length, IOContext context) {
            ByteQuadsCanonicalizer names = _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures);
            return new SkippingParser(context, _parserFeatures, names, text, from, from + length);
        }
    }
}
