package cn.gdpilot.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;

/** The entity tags of static files, by which a browser asks whether the file that it keeps is still the newest. */
final class FileTags {

    private final Map<String, String> digests = new ConcurrentHashMap<>();

    /** A weak tag, because the server compresses nothing that has a strong one. */
    String of(Resource file) {
        return "W/\"" + digests.computeIfAbsent(file.getDescription(), name -> digest(file)) + "\"";
    }

    private static String digest(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return DigestUtils.md5DigestAsHex(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
