//! Which things belong together, told in pairs.

/// Sets of numbers that grow together (union-find, by least number; Tarjan 1975 for path halving).
#[derive(Clone, Debug)]
pub struct Union {
    parents: Vec<u32>,
}

impl Union {
    /// Each of the numbers below `count` by itself.
    #[must_use]
    pub fn new(count: usize) -> Self {
        Self { parents: (0..count as u32).collect() }
    }

    /// The least number of the set that holds it.
    pub fn find(&mut self, number: u32) -> u32 {
        let mut at = number;
        loop {
            let parent = self.parents[at as usize];
            if parent == at {
                return at;
            }
            let above = self.parents[parent as usize];
            self.parents[at as usize] = above;
            at = above;
        }
    }

    /// Makes the sets of both one.
    pub fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.find(a), self.find(b));
        self.parents[a.max(b) as usize] = a.min(b);
    }

    /// The sets, by their least numbers, each ascending.
    #[must_use]
    pub fn sets(mut self) -> Vec<Vec<u32>> {
        let count = self.parents.len() as u32;
        let roots: Vec<u32> = (0..count).map(|number| self.find(number)).collect();
        let mut place = vec![u32::MAX; count as usize];
        let mut sets: Vec<Vec<u32>> = Vec::new();
        for (number, &root) in (0..count).zip(&roots) {
            if place[root as usize] == u32::MAX {
                place[root as usize] = sets.len() as u32;
                sets.push(Vec::new());
            }
            sets[place[root as usize] as usize].push(number);
        }
        sets
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hangs_together_is_one_set() {
        let mut union = Union::new(6);
        union.join(4, 1);
        union.join(5, 4);
        union.join(2, 2);
        assert_eq!(union.find(5), 1);
        assert_eq!(union.sets(), [vec![0], vec![1, 4, 5], vec![2], vec![3]]);
        assert!(Union::new(0).sets().is_empty());
    }
}
