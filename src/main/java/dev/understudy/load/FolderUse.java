package dev.understudy.load;

import java.util.List;

/**
 * What a folder of fixtures has to do with the records that were read.
 *
 * @param folder as it was given
 * @param empty whether no file of any collection lies in it
 * @param collections the paths of those that it has or changes; none too if later folders replace all of them
 */
public record FolderUse(String folder, boolean empty, List<String> collections) {
    public FolderUse {
        collections = List.copyOf(collections);
    }
}
