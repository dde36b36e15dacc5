package cn.gdpilot.running;

import com.github.benmanes.caffeine.cache.Cache;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.test.util.AopTestUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What the application's own beans keep in memory at one moment, and the way back to it: fields that change, maps,
 * collections, caches, mailboxes. What cannot mislead is left alone, because it is dear to learn again.
 */
class BeanMemory {

    private static final String OURS = "cn.gdpilot.";

    private static final List<String> LEFT_ALONE = List.of(
            // The state of a connection that lives on.
            "cn.gdpilot.platform.database.",
            // Readings of files, which ask whether their file has changed.
            "cn.gdpilot.domain.text.Edited",
            "cn.gdpilot.domain.papers.",
            "cn.gdpilot.domain.mail.letters.",
            "cn.gdpilot.platform.web.FileTags",
            // Answers by a table's version, whose id never comes twice.
            "cn.gdpilot.platform.engine.tables.TableAnswers");

    private final ConfigurableListableBeanFactory beans;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Runnable> restoring = new ArrayList<>();

    BeanMemory(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    void keep() {
        for (String name : beans.getSingletonNames()) {
            visit(AopTestUtils.getUltimateTargetObject(beans.getSingleton(name)));
        }
    }

    void restore() {
        restoring.forEach(Runnable::run);
    }

    private void visit(Object owner) {
        if (owner == null || !isKept(owner.getClass()) || !seen.add(owner)) {
            return;
        }
        for (Class<?> type = owner.getClass(); isKept(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    keep(owner, field);
                }
            }
        }
    }

    private void keep(Object owner, Field field) {
        Object value = ReflectionUtils.getField(field, owner);
        if (!Modifier.isFinal(field.getModifiers())) {
            restoring.add(() -> ReflectionUtils.setField(field, owner, value));
        }
        if (value instanceof Cache<?, ?> cache) {
            restoring.add(cache::invalidateAll);
        } else if (value instanceof Map<?, ?> map) {
            keep(map);
        } else if (value instanceof Collection<?> all) {
            keep(all);
        } else if (value instanceof GreenMail server) {
            restoring.add(() -> empty(server));
        } else {
            visit(value);
        }
    }

    private <K, V> void keep(Map<K, V> map) {
        Map<K, V> copy = new LinkedHashMap<>(map);
        restoring.add(() -> {
            if (!map.equals(copy)) {
                map.clear();
                map.putAll(copy);
            }
        });
    }

    private <T> void keep(Collection<T> all) {
        List<T> copy = new ArrayList<>(all);
        restoring.add(() -> {
            if (!new ArrayList<>(all).equals(copy)) {
                all.clear();
                all.addAll(copy);
            }
        });
    }

    private static void empty(GreenMail server) {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isKept(Class<?> type) {
        String name = type.getName();
        return type != FreshStart.class
                && type != SettingSwitch.class
                && name.startsWith(OURS)
                && LEFT_ALONE.stream().noneMatch(name::startsWith)
                && !type.isRecord()
                && !type.isEnum();
    }
}
