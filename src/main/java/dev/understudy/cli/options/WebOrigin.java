package dev.understudy.cli.options;

import dev.understudy.road.Origins;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A web origin as a browser names it. */
public final class WebOrigin implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        if (!Origins.isOrigin(text)) {
            throw new TypeConversionException(
                    "must be an origin such as https://app.example.test:3000, or * for every one, was '" + text + "'");
        }
        return text;
    }
}
