package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.domain.papers.print.QrPhoto;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.multipart.MultipartFile;

/**
 * What was photographed at the counter.
 *
 * @param codes texts of all codes found, each once
 * @param words a sentence for each photograph: what was found on it
 */
record CoverPhotos(List<String> codes, List<String> words) {

    private static final int MOST_PHOTOS = 20;
    private static final long LARGEST_PHOTO = 20L * 1024 * 1024;
    private static final int LONGEST_NAME = 60;

    /**
     * Reads the codes; a photograph without any, too large or none at all does not keep the others from being read.
     *
     * @param files as the page sent them; null or with an empty one if none was chosen
     * @throws Refusal if there are more than can be read in one go
     */
    static CoverPhotos of(List<MultipartFile> files) {
        List<MultipartFile> chosen = files == null
                ? List.of()
                : files.stream().filter(file -> !file.isEmpty()).toList();
        if (chosen.size() > MOST_PHOTOS) {
            throw Refusal.invalid("photo.many", MOST_PHOTOS);
        }
        Set<String> codes = new LinkedHashSet<>();
        List<String> words = new ArrayList<>();
        for (MultipartFile file : chosen) {
            words.add(read(file, codes));
        }
        return new CoverPhotos(List.copyOf(codes), words);
    }

    private static String read(MultipartFile file, Set<String> codes) {
        String name = shown(String.valueOf(file.getOriginalFilename()));
        if (file.getSize() > LARGEST_PHOTO) {
            return Texts.of("photo.large", name, LARGEST_PHOTO >> 20);
        }
        Optional<Set<String>> found = texts(file);
        if (found.isEmpty()) {
            return Texts.of("photo.none", name);
        }
        codes.addAll(found.get());
        return found.get().isEmpty()
                ? Texts.of("photo.no-code", name)
                : Texts.of("photo.codes", name, found.get().size());
    }

    private static Optional<Set<String>> texts(MultipartFile file) {
        try {
            return QrPhoto.texts(file.getBytes());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String shown(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }
}
