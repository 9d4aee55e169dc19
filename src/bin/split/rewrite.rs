//! The two parts, written.

use std::convert::Infallible;

use wasm_encoder::reencode::{Error as Reencoding, Reencode};
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    Function, FunctionSection, GlobalSection, GlobalType, ImportSection, Instruction, NameMap, NameSection, RawSection,
    StartSection, TableSection, ValType,
};
use wasmparser::{
    BinaryReader, ElementSectionReader, ExternalKind, FunctionBody, GlobalSectionReader, ImportSectionReader, TypeRef,
};

use crate::module::Module;

/// How the import that loads the late part begins; wasm-bindgen adds a hash.
const LOAD: &str = "__wbg_loadLateNow_";

/// The modules that a program falls into.
pub struct Parts {
    /// What is loaded first.
    pub first: Vec<u8>,
    /// What is loaded late.
    pub late: Vec<u8>,
}

/// New numbers for functions in one of the parts.
struct Renumbered<'m>(&'m [Option<u32>]);

impl Reencode for Renumbered<'_> {
    type Error = Infallible;

    fn function_index(&mut self, index: u32) -> Result<u32, Reencoding> {
        // A function that isn't there would be a mistake in `parts`; its number then fails validation.
        Ok(self.0.get(index as usize).copied().flatten().unwrap_or(u32::MAX))
    }
}

/// Writes both parts. `late` says of each own function whether it comes late; `imports` holds new names
/// for the imported functions, in their order; `kept` says what the first part keeps for whoever looks into it.
///
/// # Errors
/// When the module lacks the import that loads the late part, or can't be read again.
pub fn parts(module: &Module, late: &[bool], imports: Option<&[String]>, kept: Kept) -> Result<Parts, String> {
    let load = module.imported.iter().position(|(name, _)| name.starts_with(LOAD));
    let load = load.ok_or_else(|| format!("it has no import {LOAD}…, which loads the late part"))? as u32;
    let plan = Plan::new(module, late);
    let data = crate::data::divide(module, late)?;
    let told = |reason: Reencoding| reason.to_string();
    let first = plan.first(load, &data.first, imports, kept).map_err(told)?;
    Ok(Parts { first, late: plan.late(&data.late).map_err(told)? })
}

/// What the first part keeps for whoever looks into it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Nothing: it is for readers.
    Nothing,
    /// The names of its functions.
    Names,
    /// Those, and for each own function of the module an exported global, `r~` and its number, that is 1 once it has
    /// run.
    Runs,
}

struct Plan<'m, 'a> {
    module: &'m Module<'a>,
    late: &'m [bool],
    /// Late functions that the first part can reach: (own number, slot in the table).
    gates: Vec<(usize, u32)>,
    /// Functions of the first part, imports too, that the late part calls, and the slot where each is found.
    needed: Vec<(u32, u32)>,
    /// The slot after the gates': from here on stand those of the needed that no slot held.
    lent: u32,
    /// The first part's own functions and stubs in their order.
    order: Vec<usize>,
    /// Their new index, and the imported functions'.
    new: Vec<Option<u32>>,
    /// How many slots the table has now.
    slots: u64,
    /// The global that says whether the late part is there.
    loaded: u32,
}

impl<'m, 'a> Plan<'m, 'a> {
    fn new(module: &'m Module<'a>, late: &'m [bool]) -> Self {
        let mut slots = module.tables[module.table as usize].initial;
        let is_late = |index: u32| module.number(index).is_some_and(|number| late[number]);
        let mut reached = vec![false; late.len()];
        let mut needed = Vec::new();
        for (number, function) in module.functions.iter().enumerate() {
            for index in &function.calls {
                match (late[number], is_late(*index)) {
                    (false, true) => reached[*index as usize - module.imported.len()] = true,
                    (true, false) => needed.push(*index),
                    _ => {}
                }
            }
        }
        needed.sort_unstable();
        needed.dedup();
        let gates: Vec<(usize, u32)> = (0..late.len())
            .filter(|number| late[*number])
            .filter_map(|number| match module.slots.get(&module.index(number)) {
                Some(slot) => Some((number, *slot)),
                None if reached[number] => {
                    slots += 1;
                    Some((number, slots as u32 - 1))
                }
                None => None,
            })
            .collect();
        let stub = |number: usize| gates.binary_search_by_key(&number, |gate| gate.0).ok();
        // A stub has some twenty bytes.
        let mut order = order(module, |number| if late[number] { 20 } else { size(module, number) });
        order.retain(|number| !late[*number] || stub(*number).is_some());
        let mut new = vec![None; module.imported.len() + late.len()];
        for (place, index) in
            (0..module.imported.len()).chain(order.iter().map(|number| module.index(*number) as usize)).enumerate()
        {
            new[index] = Some(place as u32);
        }
        // In the order of their new indices, which then rise by one from slot to slot.
        needed.sort_unstable_by_key(|index| new[*index as usize]);
        let lent = slots as u32;
        let needed = needed
            .into_iter()
            .map(|index| {
                let slot = module.slots.get(&index).copied().unwrap_or_else(|| {
                    slots += 1;
                    slots as u32 - 1
                });
                (index, slot)
            })
            .collect();
        Self { module, late, gates, needed, lent, order, new, slots, loaded: module.globals.len() as u32 }
    }

    /// All of the module but the late functions, of which the reachable ones leave a stub.
    fn first(
        &self,
        load: u32,
        data: &[(u32, Vec<u8>)],
        names: Option<&[String]>,
        kept: Kept,
    ) -> Result<Vec<u8>, Reencoding> {
        let module = self.module;
        let mut renumbered = Renumbered(&self.new);
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        for &number in &self.order {
            let function = &module.functions[number];
            if !self.late[number] {
                functions.function(function.type_index);
                if kept == Kept::Runs {
                    let global = self.loaded + 1 + number as u32;
                    code.function(&marked(&mut renumbered, &function.body, global)?);
                } else {
                    renumbered.parse_function_body(&mut code, function.body.clone())?;
                }
            } else if let Ok(gate) = self.gates.binary_search_by_key(&number, |gate| gate.0) {
                functions.function(function.type_index);
                code.function(&self.stub(function.type_index, self.gates[gate].1, load));
            }
        }

        let mut tables = TableSection::new();
        for (number, table) in module.tables.iter().enumerate() {
            let mut table = renumbered.table_type(*table)?;
            if number as u32 == module.table {
                table.minimum = self.slots;
                table.maximum = table.maximum.map(|most| most.max(self.slots));
            }
            tables.table(table);
        }
        let mut globals = GlobalSection::new();
        if let Some(section) = module.section(6) {
            renumbered.parse_global_section(&mut globals, GlobalSectionReader::new(BinaryReader::new(section, 0))?)?;
        }
        globals.global(FLAG, &ConstExpr::i32_const(0));
        let marks = if kept == Kept::Runs { module.functions.len() } else { 0 };
        for _ in 0..marks {
            globals.global(FLAG, &ConstExpr::i32_const(0));
        }
        let mut elements = ElementSection::new();
        if let Some(section) = module.section(9) {
            let section = ElementSectionReader::new(BinaryReader::new(section, 0))?;
            renumbered.parse_element_section(&mut elements, section)?;
        }
        // What the late part calls is lent by the table, where a function takes two bytes; an export takes nine.
        let lent = self.needed.iter().filter(|(_, slot)| *slot >= self.lent);
        let lent: Vec<u32> = lent.map(|(index, _)| renumbered.function_index(*index)).collect::<Result<_, _>>()?;
        if !lent.is_empty() {
            let table = (module.table > 0).then_some(module.table);
            elements.active(table, &ConstExpr::i32_const(self.lent as i32), Elements::Functions(lent.into()));
        }

        let mut exports = ExportSection::new();
        for (name, kind, index) in &module.exports {
            let index = if *kind == ExternalKind::Func { renumbered.function_index(*index)? } else { *index };
            exports.export(name, renumbered.export_kind(*kind)?, index);
        }
        for number in 0..module.tables.len() {
            exports.export(&short('t', number), ExportKind::Table, number as u32);
        }
        for number in 0..=module.globals.len() {
            exports.export(&short('g', number), ExportKind::Global, number as u32);
        }
        for number in 0..marks {
            exports.export(&short('r', number), ExportKind::Global, self.loaded + 1 + number as u32);
        }
        exports.export(&short('m', 0), ExportKind::Memory, 0);

        let mut imports = ImportSection::new();
        if let Some(section) = module.section(2) {
            let mut names = names.unwrap_or_default().iter();
            for import in ImportSectionReader::new(BinaryReader::new(section, 0))?.into_imports() {
                let import = import?;
                let kind = renumbered.entity_type(import.ty)?;
                let new = if matches!(import.ty, TypeRef::Func(_)) { names.next() } else { None };
                imports.import(import.module, new.map_or(import.name, String::as_str), kind);
            }
        }

        let mut first = wasm_encoder::Module::new();
        for (id, range) in &module.sections {
            match id {
                2 => first.section(&imports),
                3 => first.section(&functions),
                4 => first.section(&tables),
                6 => first.section(&globals),
                7 => first.section(&exports),
                8 => first.section(&StartSection {
                    function_index: renumbered.function_index(module.start.unwrap_or_default())?,
                }),
                9 => first.section(&elements),
                10 => first.section(&code),
                11 => first.section(&segments(data)),
                // How many segments there are: said for instructions that aren't used.
                12 => &mut first,
                id => first.section(&RawSection { id: *id, data: &module.bytes[range.clone()] }),
            };
        }
        if kept != Kept::Nothing {
            let mut map = NameMap::new();
            for (index, new) in self.new.iter().enumerate() {
                let name = module.names.get(&(index as u32)).copied().unwrap_or_default();
                let stub = module.number(index as u32).is_some_and(|own| self.late[own]);
                if let Some(new) = new {
                    map.append(*new, &if stub { format!("stub of {name}") } else { name.to_owned() });
                }
            }
            let mut names = NameSection::new();
            names.functions(&map);
            first.section(&names);
        }
        Ok(first.finish())
    }

    /// Loads the late part where it isn't there yet, then calls what it has put into the slot.
    fn stub(&self, type_index: u32, slot: u32, load: u32) -> Function {
        let mut stub = Function::new([]);
        stub.instruction(&Instruction::GlobalGet(self.loaded));
        stub.instruction(&Instruction::I32Eqz);
        stub.instruction(&Instruction::If(BlockType::Empty));
        stub.instruction(&Instruction::Call(load));
        stub.instruction(&Instruction::End);
        let kind = self.module.types[type_index as usize].as_ref();
        for parameter in 0..kind.map_or(0, |kind| kind.params().len()) {
            stub.instruction(&Instruction::LocalGet(parameter as u32));
        }
        stub.instruction(&Instruction::I32Const(slot as i32));
        stub.instruction(&Instruction::CallIndirect { type_index, table_index: self.module.table });
        stub.instruction(&Instruction::End);
        stub
    }

    /// The late functions; all else is imported from the first part's exports.
    fn late(&self, data: &[(u32, Vec<u8>)]) -> Result<Vec<u8>, Reencoding> {
        let module = self.module;
        let mut new = vec![None; module.imported.len() + module.functions.len()];
        let mut imports = ImportSection::new();
        for (number, (index, slot)) in self.needed.iter().enumerate() {
            new[*index as usize] = Some(number as u32);
            let kind = match module.number(*index) {
                Some(own) => module.functions[own].type_index,
                None => module.imported[*index as usize].1,
            };
            imports.import(FIRST, &format!("{}~{slot}", short('t', module.table as usize)), EntityType::Function(kind));
        }
        let mut next = self.needed.len() as u32;
        let mut functions = FunctionSection::new();
        let mut order = order(module, |number| size(module, number));
        order.retain(|number| self.late[*number]);
        for &number in &order {
            let function = &module.functions[number];
            new[module.index(number) as usize] = Some(next);
            next += 1;
            functions.function(function.type_index);
        }
        let mut renumbered = Renumbered(&new);
        for (number, table) in module.tables.iter().enumerate() {
            let mut table = renumbered.table_type(*table)?;
            if number as u32 == module.table {
                table.minimum = self.slots;
                table.maximum = table.maximum.map(|most| most.max(self.slots));
            }
            imports.import(FIRST, &short('t', number), EntityType::Table(table));
        }
        for (number, global) in module.globals.iter().enumerate() {
            imports.import(FIRST, &short('g', number), EntityType::Global(renumbered.global_type(*global)?));
        }
        imports.import(FIRST, &short('g', module.globals.len()), EntityType::Global(FLAG));
        imports.import(FIRST, &short('m', 0), EntityType::Memory(renumbered.memory_type(module.memory)?));

        let mut code = CodeSection::new();
        for number in order {
            renumbered.parse_function_body(&mut code, module.functions[number].body.clone())?;
        }
        // Run when the table is filled: from here on the stubs call without asking.
        let mut there = Function::new([]);
        there.instruction(&Instruction::I32Const(1));
        there.instruction(&Instruction::GlobalSet(self.loaded));
        there.instruction(&Instruction::End);
        code.function(&there);
        let nothing_to_nothing = module.types.len() as u32;
        functions.function(nothing_to_nothing);

        let mut slots: Vec<(u32, u32)> =
            self.gates.iter().map(|(number, slot)| (*slot, module.index(*number))).collect();
        // A function that stands in several slots is put into each.
        slots.extend(module.filled.iter().filter(|(slot, index)| {
            module.number(*index).is_some_and(|own| self.late[own]) && module.slots.get(index) != Some(slot)
        }));
        slots.sort_unstable();
        let mut elements = ElementSection::new();
        for run in slots.chunk_by(|one, next| one.0 + 1 == next.0) {
            let functions: Vec<u32> =
                run.iter().map(|(_, index)| renumbered.function_index(*index)).collect::<Result<_, _>>()?;
            let table = (module.table > 0).then_some(module.table);
            elements.active(table, &ConstExpr::i32_const(run[0].0 as i32), Elements::Functions(functions.into()));
        }

        let mut late = wasm_encoder::Module::new();
        let mut types = wasm_encoder::TypeSection::new();
        for kind in &module.types {
            // Others than functions' don't occur in what Rust makes; their number must be kept all the same.
            match kind {
                Some(kind) => types.ty().func_type(&renumbered.func_type(kind.clone())?),
                None => types.ty().function([], []),
            }
        }
        types.ty().function([], []);
        late.section(&types)
            .section(&imports)
            .section(&functions)
            .section(&StartSection { function_index: next })
            .section(&elements)
            .section(&code)
            .section(&segments(data));
        Ok(late.finish())
    }
}

/// A function that sets a global to 1 before it does its own.
fn marked(renumbered: &mut Renumbered, body: &FunctionBody, global: u32) -> Result<Function, Reencoding> {
    let mut function = renumbered.new_function_with_parsed_locals(body)?;
    function.instruction(&Instruction::I32Const(1));
    function.instruction(&Instruction::GlobalSet(global));
    let mut operators = body.get_operators_reader()?;
    while !operators.eof() {
        function.instruction(&renumbered.parse_instruction(&mut operators)?);
    }
    Ok(function)
}

/// The functions as they are written: by type, then by size, `bytes` each. Functions that are alike so
/// stand side by side, which is how gzip finds them: 2 % of the file. Of one size, by their slot in the table:
/// neighbours there are then neighbours here.
fn order(module: &Module, bytes: impl Fn(usize) -> usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..module.functions.len()).collect();
    let slot = |number: usize| module.slots.get(&module.index(number));
    order.sort_by_key(|number| (module.functions[*number].type_index, bytes(*number), slot(*number)));
    order
}

fn segments(data: &[(u32, Vec<u8>)]) -> DataSection {
    let mut section = DataSection::new();
    for (address, bytes) in data {
        section.active(0, &ConstExpr::i32_const(*address as i32), bytes.iter().copied());
    }
    section
}

fn size(module: &Module, number: usize) -> usize {
    module.functions[number].body.range().len()
}

/// Under which name the late part asks for the first part's exports.
const FIRST: &str = "first";

/// The global that says whether the late part is there.
const FLAG: GlobalType = GlobalType { val_type: ValType::I32, mutable: true, shared: false };

/// A short name that no export of wasm-bindgen's has.
fn short(kind: char, number: usize) -> String {
    format!("{kind}~{number}")
}
